package parley.prompt;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.WorkspaceId;

/** Turns the text of channels.yaml into bindings by {@link BindingScope#key}, or into faults. */
final class ChannelsParser {
    private static final int MOST_BINDINGS = 5_000;

    private ChannelsParser() {}

    /** The bindings, or empty after at least one fault. */
    static Optional<Map<String, FileBinding>> parse(SourceText source, FaultList faults) {
        YamlMapping mapping = YamlMapping.parse(source.text(), 1, faults);
        var reader = new HeaderReader(mapping, faults);
        Map<String, FileBinding> bindings = new LinkedHashMap<>();
        if (mapping.entries().size() > MOST_BINDINGS) {
            faults.add(1, "more than " + MOST_BINDINGS + " lines; bind workspaces instead");
            return Optional.empty();
        }
        mapping.entries()
                .forEach((place, entry) -> {
                    Optional<BindingScope> scope = scope(place, entry.line(), faults);
                    Optional<PersonaId> persona = persona(place, reader, faults);
                    if (scope.isPresent() && persona.isPresent()) {
                        bindings.put(
                                scope.get().key(),
                                new FileBinding(scope.get(), persona.get(), entry.line()));
                    }
                });
        return faults.isEmpty() ? Optional.of(bindings) : Optional.empty();
    }

    private static Optional<BindingScope> scope(String place, int line, FaultList faults) {
        String[] segments = place.split("/", -1);
        try {
            Platform platform = Platform.ofLabel(segments[0].toLowerCase(Locale.ROOT));
            return switch (segments.length) {
                case 1 -> Optional.of(new BindingScope.OfPlatform(platform));
                case 2 ->
                        Optional.of(
                                new BindingScope.OfWorkspace(
                                        new WorkspaceId(platform, segments[1])));
                case 3 ->
                        Optional.of(
                                new BindingScope.OfChannel(
                                        new ChannelId(
                                                new WorkspaceId(platform, segments[1]),
                                                segments[2])));
                default -> throw new IllegalArgumentException(place);
            };
        } catch (IllegalArgumentException _) {
            faults.add(
                    line,
                    "'"
                            + place
                            + "' is not a place; write platform, platform/workspace or"
                            + " platform/workspace/channel, where the platform is slack, discord"
                            + " or web");
            return Optional.empty();
        }
    }

    private static Optional<PersonaId> persona(
            String place, HeaderReader reader, FaultList faults) {
        try {
            return reader.text(place, 100).map(PersonaId::new);
        } catch (IllegalArgumentException _) {
            faults.add(
                    reader.line(place),
                    "the persona of '"
                            + place
                            + "' is not a persona's name,"
                            + " such as engineer");
            return Optional.empty();
        }
    }
}
