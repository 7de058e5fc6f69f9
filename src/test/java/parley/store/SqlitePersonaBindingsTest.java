package parley.store;

import org.junit.jupiter.api.AfterEach;
import parley.contract.PersonaBindingsContract;
import parley.prompt.PersonaBindings;

final class SqlitePersonaBindingsTest extends PersonaBindingsContract {
    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected PersonaBindings bindings() {
        return new SqlPersonaBindings(database.get());
    }
}
