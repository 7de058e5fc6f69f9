package parley;

import java.time.InstantSource;
import parley.audit.AuditLog;
import parley.chat.MessageLog;
import parley.chat.Whereabouts;
import parley.command.AnswerBook;
import parley.command.ChangeRequests;
import parley.conversation.ConversationStore;
import parley.inbox.Journal;
import parley.privacy.Erasure;
import parley.privacy.Erasures;
import parley.prompt.PersonaBindings;
import parley.prompt.PersonaVersions;
import parley.rule.Allowance;
import parley.rule.RuleStore;
import parley.store.Database;
import parley.store.SqlAllowance;
import parley.store.SqlAnswerBook;
import parley.store.SqlAuditLog;
import parley.store.SqlChangeRequests;
import parley.store.SqlConversationStore;
import parley.store.SqlErasure;
import parley.store.SqlErasures;
import parley.store.SqlJournal;
import parley.store.SqlMessageLog;
import parley.store.SqlPersonaBindings;
import parley.store.SqlPersonaVersions;
import parley.store.SqlRuleStore;
import parley.store.SqlWhereabouts;

/** Everything that is durable, over one database. */
record Stores(
        Database database,
        Journal journal,
        ConversationStore conversations,
        PersonaBindings bindings,
        PersonaVersions versions,
        AuditLog audit,
        RuleStore rules,
        Allowance allowance,
        AnswerBook answers,
        ChangeRequests requests,
        MessageLog messages,
        Whereabouts whereabouts,
        Erasures erasures,
        Erasure erasure) {
    static Stores open(String url, InstantSource clock) {
        Database database = Database.open(url);
        return new Stores(
                database,
                new SqlJournal(database, clock),
                new SqlConversationStore(database),
                new SqlPersonaBindings(database),
                new SqlPersonaVersions(database),
                new SqlAuditLog(database),
                new SqlRuleStore(database),
                new SqlAllowance(database),
                new SqlAnswerBook(database),
                new SqlChangeRequests(database),
                new SqlMessageLog(database),
                new SqlWhereabouts(database),
                new SqlErasures(database),
                new SqlErasure(database));
    }
}
