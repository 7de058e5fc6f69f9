package parley.contract;

import parley.prompt.PersonaVersions;
import parley.testing.MemoryPersonaVersions;

final class MemoryPersonaVersionsTest extends PersonaVersionsContract {
    private final MemoryPersonaVersions versions = new MemoryPersonaVersions();

    @Override
    protected PersonaVersions versions() {
        return versions;
    }
}
