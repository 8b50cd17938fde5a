package lathe.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Lathe's own version. */
public final class Version {
    private Version() {}

    /** The version that the build wrote into {@code lathe.properties}. */
    public static String current() {
        try (InputStream in = Version.class.getResourceAsStream("/lathe.properties")) {
            Properties properties = new Properties();
            if (in == null) {
                throw new IllegalStateException("lathe.properties is missing from the build");
            }
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
