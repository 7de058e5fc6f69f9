-- Which thread a message of the bot belongs to, and which threads of a workspace began last.
CREATE INDEX reply_message_id ON reply_message (message_id);
CREATE INDEX conversation_workspace ON conversation (platform, workspace, id);
