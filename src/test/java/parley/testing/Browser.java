package parley.testing;

import static org.junit.jupiter.api.extension.ExtensionContext.Namespace.GLOBAL;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Lends all tests the one Chromium of their run, light and of the usual size; what pages keep in it
 * goes after each test.
 */
public final class Browser implements BeforeAllCallback, AfterEachCallback {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 820;

    private Chromium chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium =
                context.getRoot()
                        .getStore(GLOBAL)
                        .computeIfAbsent(
                                Chromium.class,
                                _ -> new Chromium(WIDTH, HEIGHT, false),
                                Chromium.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        chromium.driver().executeScript("localStorage.clear()");
        chromium.resize(WIDTH, HEIGHT);
        chromium.prefer(false);
    }

    public Chromium chromium() {
        return chromium;
    }

    public ChromeDriver driver() {
        return chromium.driver();
    }

    /** Opens Parley's page. */
    public PlaygroundPage open(String address) {
        return new PlaygroundPage(driver()).open(address);
    }
}
