package parley.testing.discord;

/**
 * What a correct bot never does.
 *
 * @param where method and route, or a part of the gateway
 * @param rule Discord's error code, or a name of the fake's own where Discord keeps silent
 */
public record Violation(String where, String rule, String detail) {}
