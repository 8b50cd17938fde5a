package lathe.clean.statistic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** A set of code points from a resource: a range of hexadecimal numbers a line. */
final class CodePointSet {
    private final long[] members;

    CodePointSet(String resource) {
        try (InputStream in = CodePointSet.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("missing resource: " + resource);
            }
            BitSet all = new BitSet(Character.MAX_CODE_POINT + 1);
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> add(line, all));
            members = all.toLongArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String line, BitSet members) {
        int dash = line.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? line : line.substring(0, dash), 16);
        int last = dash < 0 ? first : Integer.parseInt(line.substring(dash + 1), 16);
        members.set(first, last + 1);
    }

    boolean contains(int codePoint) {
        int word = codePoint >> 6;
        return word < members.length && (members[word] >> codePoint & 1) != 0;
    }
}
