package lathe.text.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads the language model of Apache OpenNLP into arrays. The file is a zip with an entry in OpenNLP's binary form of a
 * GIS model: {@code GIS}, two numbers of older versions, the outcomes' names, the patterns ("how many n-grams, then the
 * outcomes they have weights for"), the n-grams in the order of the patterns, and the weights in the order of the
 * n-grams.
 */
final class GramModelReader {
    private static final String RESOURCE = "/langdetect-183.bin";
    private static final String ENTRY = "langdetect.model";

    final List<String> languages = new ArrayList<>();
    long[] grams = {};
    int[] weightStarts = {0};
    int[] outcomeStarts = {0};
    float[] weights = {};
    byte[] outcomes = {};

    private GramModelReader() {}

    /** The model on the class path. */
    static GramModel read() throws IOException {
        try (InputStream in = GramModelReader.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + RESOURCE);
            }
            ZipInputStream zip = new ZipInputStream(in);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(ENTRY)) {
                    GramModelReader reader = new GramModelReader();
                    reader.read(new DataInputStream(new BufferedInputStream(zip, 1 << 16)));
                    return new GramModel(reader);
                }
            }
        }
        throw new IOException(RESOURCE + " has no " + ENTRY);
    }

    private void read(DataInputStream in) throws IOException {
        if (!in.readUTF().equals("GIS")) {
            throw new IOException(ENTRY + " is no GIS model");
        }
        in.readInt();
        in.readDouble();
        for (int left = in.readInt(); left > 0; left--) {
            languages.add(in.readUTF());
        }
        int[][] patterns = patterns(in);
        grams = new long[in.readInt()];
        for (int i = 0; i < grams.length; i++) {
            grams[i] = key(in.readUTF());
        }
        lay(patterns);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) in.readDouble();
        }
    }

    private static int[][] patterns(DataInputStream in) throws IOException {
        int[][] patterns = new int[in.readInt()][];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = Arrays.stream(in.readUTF().split(" ", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        }
        return patterns;
    }

    private static long key(String gram) throws IOException {
        if (gram.isEmpty() || gram.length() > GramModel.LONGEST) {
            throw new IOException("an n-gram of " + gram.length() + " characters in " + ENTRY);
        }
        long key = 0;
        for (int i = 0; i < gram.length(); i++) {
            key = GramModel.key(key, gram.charAt(i));
        }
        return key;
    }

    /** Where each n-gram's outcomes and weights begin; n-grams of one pattern share their outcomes. */
    private void lay(int[][] patterns) {
        weightStarts = new int[grams.length + 1];
        outcomeStarts = new int[grams.length];
        outcomes = new byte[Arrays.stream(patterns).mapToInt(p -> p.length - 1).sum()];
        int gram = 0;
        int outcome = 0;
        for (int[] pattern : patterns) {
            for (int left = pattern[0]; left > 0; left--) {
                outcomeStarts[gram] = outcome;
                weightStarts[gram + 1] = weightStarts[gram] + pattern.length - 1;
                gram++;
            }
            for (int i = 1; i < pattern.length; i++) {
                outcomes[outcome++] = (byte) pattern[i];
            }
        }
        weights = new float[weightStarts[grams.length]];
    }
}
