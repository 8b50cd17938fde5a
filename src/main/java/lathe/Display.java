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

    /**
     * Why the window's toolkit did not start: no X server (the toolkit says "Unable to open DISPLAY"), no GTK, or a
     * library that they need is missing. Empty for every other error.
     */
    static String noToolkit(Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            boolean refused = at instanceof UnsupportedOperationException
                    && String.valueOf(at.getMessage()).startsWith("Unable to");
            if (refused || at instanceof UnsatisfiedLinkError || at instanceof NoClassDefFoundError) {
                return String.valueOf(at.getMessage());
            }
        }
        return "";
    }
}
