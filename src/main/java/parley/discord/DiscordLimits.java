package parley.discord;

final class DiscordLimits {
    static final int MESSAGE_LENGTH = 1_700;
}
