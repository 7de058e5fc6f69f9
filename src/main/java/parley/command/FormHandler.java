package parley.command;

import parley.chat.FormReply;
import parley.chat.Submission;

/** Takes filled-in forms of one kind; safe for use by many threads. */
public interface FormHandler {
    /** The word before the colon in {@link Submission#form}. */
    String kind();

    /**
     * @param rest of the form's id, behind the colon; people can forge it
     */
    FormReply submit(Submission submission, String rest);
}
