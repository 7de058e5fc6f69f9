package parley.slack;

import parley.chat.Author;
import parley.chat.Standing;
import parley.chat.UserId;

/**
 * Who people of the workspace are. May ask Slack and block for seconds; does not throw. Safe for
 * use by many threads.
 */
interface People {
    /** The person by name, or by id where Slack does not tell the name. */
    Author author(UserId id);

    /** Who the person is to the bot's workspace; a guest where Slack does not say. */
    Standing standing(UserId id);
}
