package lathe;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the console prints in the C locale, which promises no more than ASCII: every terminal and pipe takes UTF-8. */
final class Utf8Streams {
    private Utf8Streams() {}

    /** Where Java would print a question mark for every letter beyond ASCII, prints UTF-8 from now on. */
    static void install() {
        if (isAscii(System.getProperty("stdout.encoding"))) {
            System.setOut(utf8(FileDescriptor.out));
        }
        if (isAscii(System.getProperty("stderr.encoding"))) {
            System.setErr(utf8(FileDescriptor.err));
        }
    }

    /**
     * Whether a stream writes ASCII only.
     *
     * @param encoding what Java says since version 19; before, the stream has the default one
     */
    static boolean isAscii(@Nullable String encoding) {
        String name = encoding == null ? Charset.defaultCharset().name() : encoding;
        return Charset.isSupported(name) && Charset.forName(name).equals(StandardCharsets.US_ASCII);
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
