package parley.command;

import java.util.List;
import java.util.Map;

/** The kinds of changes that the persona commands propose. */
public final class PersonaChanges {
    private PersonaChanges() {}

    /** All of them. */
    public static List<ChangeKind> kinds(PersonaTools tools) {
        return List.of(
                new Kind(SetChange.KIND, (origin, data) -> SetChange.read(tools, origin, data)),
                new Kind(RestoreChange.KIND, (origin, data) -> reset(tools, origin, data)),
                new Kind(EditChange.KIND, (origin, data) -> EditChange.read(tools, origin, data)),
                new Kind(
                        RollbackChange.KIND,
                        (origin, data) -> RollbackChange.read(tools, origin, data)));
    }

    /** One command takes back both what was set and what was written. */
    private static Change reset(PersonaTools tools, Origin origin, Map<String, String> data) {
        return data.containsKey("scope")
                ? UnsetChange.read(tools, origin, data)
                : RestoreChange.read(tools, origin, data);
    }

    @FunctionalInterface
    private interface Reader {
        Change read(Origin origin, Map<String, String> data);
    }

    private record Kind(String kind, Reader reader) implements ChangeKind {
        @Override
        public Change read(Origin origin, Map<String, String> data) {
            return reader.read(origin, data);
        }
    }
}
