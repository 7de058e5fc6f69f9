package parley.testing.slack;

/**
 * What a correct bot never does.
 *
 * @param rule Slack's error, or a name of the fake's own where Slack keeps silent
 */
public record Violation(String method, String rule, String detail) {}
