package parley;

/** Every setting by its name; {@code .env.example} explains each, and a test keeps both in step. */
enum Setting {
    ANTHROPIC_API_KEY,
    ANTHROPIC_BASE_URL,
    SLACK_BOT_TOKEN,
    SLACK_APP_TOKEN,
    SLACK_SIGNING_SECRET,
    SLACK_ADMINS,
    SLACK_API_URL,
    SLACK_CONFIG_TOKEN,
    DISCORD_BOT_TOKEN,
    DISCORD_API_URL,
    DISCORD_ADMINS,
    PARLEY_CATCH_UP_MINUTES,
    PARLEY_DATABASE,
    PARLEY_PROMPTS,
    PARLEY_HTTP,
    PARLEY_PLAYGROUND,
    PARLEY_MODEL,
    PARLEY_MAX_TURNS,
    PARLEY_MAX_BACKLOG,
    PARLEY_RETENTION_DAYS,
    /** Read by LogSetup. */
    PARLEY_LOG_FORMAT,
    /** Read by LogSetup. */
    PARLEY_LOG_LEVEL
}
