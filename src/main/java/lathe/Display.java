package lathe;

import java.util.Locale;

/** Tells, without touching JavaFX, whether a window can be opened. */
final class Display {
    private Display() {}

    /** Why no window can be opened; empty where one probably can. */
    static String whyNot() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String toolkit = System.getProperty("glass.platform", "");
        if (!system.contains("linux") || !toolkit.isEmpty()) {
            return "";
        }
        // JavaFX draws through X11, also under Wayland: this variable is what counts
        String display = System.getenv("DISPLAY");
        return display == null || display.isBlank() ? "DISPLAY is not set" : "";
    }
}
