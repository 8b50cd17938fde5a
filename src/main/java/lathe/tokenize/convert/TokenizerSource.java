package lathe.tokenize.convert;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lathe.run.Failure;
import lathe.tokenize.sentencepiece.model.SpModel;
import lathe.tokenize.sentencepiece.model.SpTokenizerFile;
import lathe.tokenize.train.TokenizerFile;
import org.jspecify.annotations.Nullable;

/**
 * A tokenizer that exists, in whichever form: a folder, or one of its files. Of several forms in a folder the first
 * counts: {@code tokenizer.json}, a SentencePiece {@code .model}, {@code .tiktoken}, {@code vocab.json} with
 * {@code merges.txt}.
 */
public final class TokenizerSource {
    /** Forms of tokenizers. */
    public enum Kind {
        HUGGING_FACE,
        SENTENCEPIECE,
        TIKTOKEN,
        GPT2
    }

    private static final String READY = "tokenizer.json";
    private static final String VOCAB = "vocab.json";
    private static final String MERGES = "merges.txt";
    private static final String MODEL = ".model";
    private static final String RANKS = ".tiktoken";

    private final Kind kind;
    private final Path file;

    private TokenizerSource(Kind kind, Path file) {
        this.kind = kind;
        this.file = file;
    }

    /** Finds the tokenizer of a folder, or the one that a file belongs to. */
    public static TokenizerSource find(Path place) throws Failure, IOException {
        TokenizerSource found = Files.isDirectory(place) ? inFolder(place) : ofFile(place);
        if (found == null) {
            throw Failure.badInput(
                    "There is no tokenizer here",
                    place.toString(),
                    "name a folder or file with tokenizer.json, a SentencePiece .model, .tiktoken, or vocab.json with"
                            + " merges.txt",
                    "or train one: lathe tokenizer train --in PATH --out DIR");
        }
        return found;
    }

    private static @Nullable TokenizerSource inFolder(Path folder) throws Failure, IOException {
        if (Files.isRegularFile(folder.resolve(READY))) {
            return new TokenizerSource(Kind.HUGGING_FACE, folder.resolve(READY));
        }
        for (String ending : List.of(MODEL, RANKS)) {
            List<Path> files = endingWith(folder, ending);
            if (files.size() > 1) {
                throw Failure.badInput(
                        "There are several tokenizers in this folder",
                        files.get(0) + ", " + files.get(1),
                        "name one of the files");
            }
            if (files.size() == 1) {
                return ofFile(files.get(0));
            }
        }
        return Files.isRegularFile(folder.resolve(VOCAB)) ? ofFile(folder.resolve(VOCAB)) : null;
    }

    private static List<Path> endingWith(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static @Nullable TokenizerSource ofFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        String name = file.getFileName().toString();
        if (name.endsWith(RANKS) || (name.endsWith(MODEL) && holdsRanks(file))) {
            return new TokenizerSource(Kind.TIKTOKEN, file);
        }
        if (name.endsWith(MODEL)) {
            return new TokenizerSource(Kind.SENTENCEPIECE, file);
        }
        boolean pair = name.equals(MERGES) || name.endsWith(VOCAB);
        if (pair && Files.isRegularFile(file.resolveSibling(MERGES))) {
            return new TokenizerSource(Kind.GPT2, file.resolveSibling(VOCAB));
        }
        return name.endsWith(".json") && !pair ? new TokenizerSource(Kind.HUGGING_FACE, file) : null;
    }

    /** Llama 3 names its ranks tokenizer.model. */
    private static boolean holdsRanks(Path file) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            char[] some = new char[256];
            int n = Math.max(0, text.read(some));
            String start = new String(some, 0, n);
            return TiktokenReader.isRank(start.lines().findFirst().orElse(""));
        }
    }

    /** The form. */
    public Kind kind() {
        return kind;
    }

    /** The folder in which it lies. */
    public Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    /** Whether nothing is to be converted: a folder with tokenizer.json. */
    public boolean isReady() {
        return kind == Kind.HUGGING_FACE && file.getFileName().toString().equals(READY);
    }

    /** The files on whose contents the tokenizer depends. */
    public List<Path> files() {
        List<Path> all = new ArrayList<>(List.of(file));
        if (kind == Kind.GPT2) {
            all.add(file.resolveSibling(MERGES));
        }
        if (kind == Kind.TIKTOKEN) {
            all.add(TiktokenReader.beside(file));
        }
        all.addAll(ConfigFiles.paths(folder()));
        return all.stream().filter(Files::isRegularFile).toList();
    }

    /** The tokenizer in Hugging Face's form. */
    public TokenizerFile convert() throws Failure, IOException {
        ConfigFiles config = ConfigFiles.read(folder());
        return config.completed(
                switch (kind) {
                    case HUGGING_FACE ->
                        new TokenizerFile(ConfigFiles.tree(file), ConfigFiles.none(), ConfigFiles.none());
                    case SENTENCEPIECE ->
                        SpTokenizerFile.ofForeign(SpModel.read(file))
                                .with(Map.of("tokenizer" + MODEL, Files.readAllBytes(file)));
                    case TIKTOKEN -> TiktokenReader.read(file);
                    case GPT2 -> Gpt2Reader.read(file, file.resolveSibling(MERGES), config.tokenizerClass());
                });
    }

    /** The file that names it. */
    Path file() {
        return file;
    }
}
