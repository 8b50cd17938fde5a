package lathe.clean.perplexity;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import lathe.clean.perplexity.NgramModel.Level;
import lathe.run.Failure;

/** Reads a model from an ARPA file, as KenLM and SRILM write it, gzipped if its name ends with {@code .gz}. */
final class ArpaReader {
    /** What a sequence takes in memory, with room to grow. */
    private static final int BYTES_A_SEQUENCE = 40;
    /** The logarithm of the probability of unknown words where a file has none, as KenLM has it. */
    private static final float NEVER = -100;

    private final BufferedReader in;
    private final String file;
    private final Vocabulary vocabulary = new Vocabulary();
    private final List<Integer> sizes = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private long line;
    private String current = "";

    private ArpaReader(BufferedReader in, String file) {
        this.in = in;
        this.file = file;
    }

    /** The model in a file. */
    static NgramModel read(Path file) throws Failure, IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream bytes = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
                        ? new GZIPInputStream(raw, 1 << 16)
                        : raw;
                BufferedReader in = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return read(in, file.toString());
        }
    }

    /** The model in a stream of characters; the name is for failures. */
    static NgramModel read(BufferedReader in, String file) throws Failure, IOException {
        return new ArpaReader(in, file).read();
    }

    private NgramModel read() throws Failure, IOException {
        expect("\\data\\");
        sizes();
        for (int length = 1; length <= sizes.size(); length++) {
            if (!current.equals("\\" + length + "-grams:")) {
                throw broken("\\" + length + "-grams: is missing");
            }
            level(length, sizes.get(length - 1));
        }
        if (!current.equals("\\end\\")) {
            throw broken("\\end\\ is missing");
        }
        return new NgramModel(vocabulary, levels, false);
    }

    /** The numbers of sequences, "ngram LENGTH=NUMBER". */
    private void sizes() throws Failure, IOException {
        long bytes = 0;
        while (advance().startsWith("ngram ")) {
            int equals = current.indexOf('=');
            if (equals < 0 || (int) number(current.substring(6, equals)) != sizes.size() + 1) {
                throw broken("the lengths of sequences are not 1, 2, 3 …");
            }
            sizes.add((int) number(current.substring(equals + 1)));
            bytes += (long) BYTES_A_SEQUENCE * sizes.get(sizes.size() - 1);
        }
        if (sizes.isEmpty()) {
            throw broken("no sequences");
        }
        if (bytes > Runtime.getRuntime().maxMemory()) {
            throw Failure.resources(
                    String.format(Locale.ROOT, "The model takes %,d MB of memory", bytes >> 20),
                    file,
                    "prune it: lmplz --prune 0 0 1",
                    "give the program more memory");
        }
    }

    private void level(int length, int size) throws Failure, IOException {
        Level level =
                new Level(new KeyTable(), new Floats(size + 3), new Floats(length == sizes.size() ? 0 : size + 3));
        levels.add(level);
        if (length == 1) {
            specials(level);
        }
        int read = 0;
        while (!advance().startsWith("\\")) {
            sequence(length, level);
            read++;
        }
        if (read != size) {
            throw broken(String.format(Locale.ROOT, "%,d sequences of %d words instead of %,d", read, length, size));
        }
        level.keys().trim();
    }

    /** The words that no text has are there whatever the file says, with the numbers they always have. */
    private static void specials(Level level) {
        for (int word : new int[] {Vocabulary.UNKNOWN, Vocabulary.BEGIN, Vocabulary.END}) {
            level.probabilities().set(level.keys().add(Keys.left(Keys.NONE, word)), NEVER);
        }
    }

    /** Probability, words and perhaps a back-off, with blanks or tabs between them. */
    private void sequence(int length, Level level) throws Failure {
        int at = blank(0);
        float probability = number(current.substring(0, at));
        long key = Keys.NONE;
        int[] words = new int[length];
        for (int i = 0; i < length; i++) {
            int from = word(at);
            at = blank(from);
            words[i] = known(current.substring(from, at), length);
        }
        for (int i = length - 1; i >= 0; i--) {
            key = Keys.left(key, words[i]);
        }
        int id = level.keys().add(key);
        level.probabilities().set(id, probability);
        int rest = word(at);
        if (rest < current.length()) {
            level.backOffs().set(id, number(current.substring(rest).strip()));
        }
    }

    private int known(String word, int length) throws Failure {
        String plain = word.equals("<UNK>") ? "<unk>" : word;
        if (plain.isEmpty()) {
            throw broken("not " + length + " words");
        }
        if (length == 1) {
            return vocabulary.add(plain);
        }
        int known = vocabulary.find(Keys.word(plain, 0, plain.length()));
        if (known == Vocabulary.UNKNOWN && !plain.equals("<unk>")) {
            throw broken("a word that is not among those of one word: " + plain);
        }
        return known;
    }

    private int blank(int from) {
        int at = from;
        while (at < current.length() && !isBlank(current.charAt(at))) {
            at++;
        }
        return at;
    }

    private int word(int from) {
        int at = from;
        while (at < current.length() && isBlank(current.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private float number(String text) throws Failure {
        try {
            return Float.parseFloat(text.strip());
        } catch (NumberFormatException e) {
            throw broken("not a number: " + text);
        }
    }

    private void expect(String what) throws Failure, IOException {
        if (!advance().equals(what)) {
            throw broken(what + " is missing");
        }
    }

    /** The next line that is not empty. */
    private String advance() throws Failure, IOException {
        do {
            String next = in.readLine();
            if (next == null) {
                throw broken("ends too early");
            }
            line++;
            current = next.endsWith("\r") ? next.substring(0, next.length() - 1) : next;
        } while (current.isBlank());
        return current;
    }

    private Failure broken(String why) {
        return Failure.badInput("Not an ARPA file: " + why, file + ":" + line, "check that the file is whole");
    }
}
