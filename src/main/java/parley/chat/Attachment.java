package parley.chat;

/**
 * A file that a person sent with a message, as the event tells of it; its bytes are fetched when it
 * is answered.
 *
 * @param id the platform's id of the file
 * @param name as the person sees it: data, never a path
 * @param mediaType as the platform says, such as {@code image/png}; empty when it does not
 * @param size in bytes; 0 when the platform does not say
 * @param location where the adapter finds the bytes; empty when it must ask first
 */
public record Attachment(String id, String name, String mediaType, long size, String location) {}
