package parley.discord;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import parley.chat.Actions;
import parley.chat.ChannelId;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.EventId;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.Inbox;
import parley.chat.MessageId;
import parley.chat.Overview;
import parley.chat.Platform;
import parley.chat.Press;
import parley.chat.Receipt;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.Whereabouts;
import parley.chat.WorkspaceId;
import parley.testing.ManualTicker;
import parley.testing.NoWhereabouts;
import parley.testing.ScriptedCommands;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Interaction;

/**
 * JDA as it runs, connected to a loopback Discord, with the surfaces on it; what is behind them is
 * scripted and kept.
 */
final class DiscordSurfacesRig implements AutoCloseable {
    final FakeDiscord discord;
    final ManualTicker ticker = new ManualTicker();
    final List<Inbound> accepted = new CopyOnWriteArrayList<>();
    final List<Inbound.Said> asked = new CopyOnWriteArrayList<>();
    final List<Command> commands = new CopyOnWriteArrayList<>();
    final List<Press> presses = new CopyOnWriteArrayList<>();

    /** Of which threads the answers are that stand somewhere. */
    final Map<MessageId, ThreadId> answers = new ConcurrentHashMap<>();

    /** In which threads the questions are. */
    final Map<EventId, ThreadId> questions = new ConcurrentHashMap<>();

    /** The bot's newest messages. */
    final Map<ThreadId, MessageId> newest = new ConcurrentHashMap<>();

    volatile List<Overview.Card> personas = List.of();
    volatile Function<Inbound, Receipt> receipt = _ -> Receipt.ACCEPTED;
    volatile boolean listens = true;
    volatile Function<Command, String> reply = _ -> "Done.";

    /** What a command comes to; what {@link #reply} says, unless a test says otherwise. */
    volatile Function<Command, CommandReply> outcome =
            command -> CommandReply.told(reply.apply(command));

    volatile Function<Press, Optional<String>> refusal = _ -> Optional.empty();

    /** How much later than now it is on the bot's clock. */
    volatile Duration late = Duration.ZERO;

    private final List<GenericInteractionCreateEvent> heard = new CopyOnWriteArrayList<>();
    private final List<String> raws = new CopyOnWriteArrayList<>();
    private final DiscordRest rest;
    private final NoticePosts notices;
    private final DiscordSurfaces surfaces;
    private final ShardManager shards;

    /** What was typed, chosen and filled in, and what comes of it. */
    final ScriptedCommands scripted =
            new ScriptedCommands(
                    command -> {
                        commands.add(command);
                        return outcome.apply(command);
                    },
                    _ -> false);

    private DiscordSurfacesRig(FakeDiscord discord, Set<Long> admins) {
        this.discord = discord;
        URI api = URI.create(discord.apiUrl());
        rest =
                DiscordRest.connect(
                        new DiscordSettings(discord.botToken(), api, Duration.ZERO),
                        RateHeaders.UNHEARD);
        DiscordCalls calls = new DiscordCalls(rest, new DiscordBudgets(ticker));
        notices = new NoticePosts(calls, _ -> Optional.empty());
        surfaces =
                new DiscordSurfaces(
                        new BotIdentity(discord.applicationId(), discord.botId(), "Parley", false),
                        noNames(),
                        new Standings(admins),
                        new CommandRegistration(
                                rest, discord.applicationId(), CommandRegistration.MUCH_LATER),
                        calls,
                        new Places(
                                calls,
                                new OwnMessages(calls, Optional::empty),
                                handlers().whereabouts()::newest,
                                ticker,
                                Instant.EPOCH),
                        handlers(),
                        asked::add,
                        () -> Instant.now().plus(late),
                        ticker);
        shards =
                DefaultShardManagerBuilder.createLight(
                                discord.botToken(),
                                GatewayIntent.GUILD_MESSAGES,
                                GatewayIntent.DIRECT_MESSAGES)
                        .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
                        .setRawEventsEnabled(true)
                        .setEventPool(Executors.newVirtualThreadPerTaskExecutor(), true)
                        .setCallbackPool(Executors.newVirtualThreadPerTaskExecutor(), true)
                        .addEventListeners(surfaces, (EventListener) this::hear)
                        .setEnableShutdownHook(false)
                        .build();
    }

    /**
     * @param admins ids of people and roles that administer the bot
     */
    static DiscordSurfacesRig start(FakeDiscord discord, Long... admins) {
        DiscordSurfacesRig rig = new DiscordSurfacesRig(discord, Set.of(admins));
        discord.await("the commands", () -> discord.commands().size() == 4);
        return rig;
    }

    private Handlers handlers() {
        Actions actions =
                press -> {
                    presses.add(press);
                    return refusal.apply(press);
                };
        return new Handlers(inbox(), scripted, actions, overview(), whereabouts());
    }

    private Inbox inbox() {
        return new Inbox() {
            @Override
            public Receipt accept(Inbound event) {
                Receipt given = receipt.apply(event);
                boolean known =
                        accepted.stream().anyMatch(one -> one.event().equals(event.event()));
                if (known || given != Receipt.ACCEPTED) {
                    return known ? Receipt.DUPLICATE : given;
                }
                accepted.add(event);
                return given;
            }

            @Override
            public boolean listens(ChannelId channel) {
                return listens;
            }
        };
    }

    private Overview overview() {
        return new Overview() {
            @Override
            public Card persona(ChannelId channel) {
                return personas.getFirst();
            }

            @Override
            public List<Card> personas(WorkspaceId workspace) {
                return personas;
            }

            @Override
            public List<Recent> recent(WorkspaceId workspace, UserId person, int most) {
                return List.of();
            }
        };
    }

    private static GuildNames noNames() {
        return new GuildNames() {
            @Override
            public Optional<String> channel(long guild, long channel) {
                return Optional.empty();
            }

            @Override
            public Optional<String> role(long guild, long role) {
                return Optional.empty();
            }

            @Override
            public Optional<Long> ownRole(long guild) {
                return Optional.empty();
            }
        };
    }

    private Whereabouts whereabouts() {
        return new NoWhereabouts() {
            @Override
            public Optional<ThreadId> threadOf(Platform platform, MessageId message) {
                return Optional.ofNullable(answers.get(message));
            }

            @Override
            public Optional<ThreadId> threadOf(Platform platform, EventId event) {
                return Optional.ofNullable(questions.get(event));
            }

            @Override
            public Optional<MessageId> newest(ThreadId thread) {
                return Optional.ofNullable(newest.get(thread));
            }
        };
    }

    private void hear(GenericEvent event) {
        if (event instanceof GenericInteractionCreateEvent interaction) {
            heard.add(interaction);
        } else if (event instanceof RawGatewayEvent raw) {
            raws.add(raw.getPayload().getString("id", ""));
        }
    }

    /** Whether the bot knows of it, in both forms. */
    boolean heard(Interaction interaction) {
        return heard.stream().anyMatch(event -> event.getIdLong() == interaction.id())
                && raws.contains(Long.toString(interaction.id()));
    }

    /** As if Discord told the newest interaction once more. */
    void hearAgain() {
        surfaces.onEvent(heard.getLast());
    }

    /** What the bot may do there, as JDA knows by now. */
    Set<Permission> permissions(long channel) {
        return Optional.ofNullable(shards.getTextChannelById(channel))
                .map(known -> known.getGuild().getSelfMember().getPermissions(known))
                .orElseThrow();
    }

    NoticePosts notices() {
        return notices;
    }

    /** As the bot. */
    DiscordRest rest() {
        return rest;
    }

    @Override
    public void close() {
        surfaces.close();
        shards.getShards().forEach(JDA::shutdownNow);
        shards.shutdown();
        rest.close();
        discord.close();
    }
}
