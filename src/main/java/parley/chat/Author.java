package parley.chat;

/** Who said or pressed something: the id decides, the display name is data for the model. */
public record Author(UserId id, String name) {}
