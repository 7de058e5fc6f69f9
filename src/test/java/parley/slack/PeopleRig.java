package parley.slack;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.adapter.RefusalWords;
import parley.adapter.Refusals;
import parley.chat.ChannelId;
import parley.chat.MessageId;
import parley.chat.Notice;
import parley.chat.Platform;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;
import parley.testing.ManualTicker;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Person.Trait;
import parley.testing.slack.Room;

/** A small workspace on loopback, and what reads it. */
final class PeopleRig implements AutoCloseable {
    final FakeSlack slack =
            FakeSlack.start()
                    .addUser("U0ADA00001", "Ada")
                    .addUser("U0BOB00001", "Bob", Trait.ADMIN)
                    .addUser("W0CAROL001", "Carol", Trait.OTHER_TEAM, Trait.ADMIN)
                    .addUser("U0ALERTS01", "Alerts", Trait.BOT)
                    .addChannel(
                            "C0GENERAL1", "general", Room.Kind.PUBLIC, "U0ADA00001", "U0BOB00001")
                    .addChannel("C0RANDOM01", "random", Room.Kind.PUBLIC);
    final ManualTicker ticker = new ManualTicker();
    final SlackApi api =
            SlackApi.connect(
                    new SlackSettings(
                            slack.botToken(),
                            Optional.of(slack.appToken()),
                            Optional.empty(),
                            URI.create(slack.apiUrl()),
                            SlackAdmins.NONE));
    final WorkspaceId home = new WorkspaceId(Platform.SLACK, slack.teamId());
    final BotIdentity self =
            new BotIdentity(home, new UserId(slack.botUserId()), slack.botId(), "Parley");
    final SlackGroups groups = new SlackGroups(api, ticker);
    final NamedAdmins named = new NamedAdmins(SlackAdmins.parse("U0NAMED001, S0ADMINS01"), groups);
    final SlackPeople people = new SlackPeople(api, home, named::has, ticker);
    final SlackThreads threads = new SlackThreads(api, self, people);

    ThreadId thread(String channel, String root) {
        return new ThreadId(new ChannelId(home, channel), root);
    }

    /** Refusals of questions, whose notices are kept. */
    Refusals refusals(PrivateReply replies, List<Notice> notices) {
        return new Refusals(
                said -> said.author().id().value(),
                said -> replies.tellOnce(said, RefusalWords.ALONE),
                notice -> {
                    notices.add(notice);
                    return new SendResult.Sent(new MessageId("1.1"));
                },
                ticker,
                Instant::now);
    }

    long calls(String method) {
        return slack.calls(method).size();
    }

    @Override
    public void close() {
        api.close();
        slack.close();
    }
}
