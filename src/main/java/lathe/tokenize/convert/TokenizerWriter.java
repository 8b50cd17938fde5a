package lathe.tokenize.convert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import lathe.recipe.TokenizerSettings.Pattern;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.WholeFile;
import lathe.text.encode.ByteLevel;
import lathe.text.encode.Splitter;
import lathe.tokenize.sentencepiece.model.SpModel;
import lathe.tokenize.sentencepiece.model.SpModelOfFile;
import lathe.tokenize.train.TokenizerFile;

/** Writes a tokenizer in the form of another program; fails where that form cannot say what the tokenizer does. */
public final class TokenizerWriter {
    /** Forms to write. */
    public enum Form {
        /** {@code tokenizer.json} and what lies beside it. */
        HF,
        /** {@code tokenizer.model}. */
        SENTENCEPIECE,
        /** {@code tokenizer.tiktoken}, and {@code tokenizer.json}'s pattern and special tokens beside it. */
        TIKTOKEN,
        /** {@code vocab.json} and {@code merges.txt}. */
        GPT2
    }

    private static final String MODEL = "tokenizer.model";
    private static final String RANKS = "ranks.tiktoken";

    private final TokenizerSource source;
    private final Path out;

    private TokenizerWriter(TokenizerSource source, Path out) {
        this.source = source;
        this.out = out;
    }

    /** Writes into a folder, which is made. */
    public static void write(TokenizerSource source, Form form, Path out) throws Failure, IOException {
        TokenizerWriter writer = new TokenizerWriter(source, out);
        Files.createDirectories(out);
        TokenizerFile file = source.convert();
        switch (form) {
            case HF -> file.write(out);
            case SENTENCEPIECE -> writer.sentencePiece(file);
            case TIKTOKEN -> writer.tiktoken(ByteLevelTree.of(file.tokenizer(), writer.where()));
            case GPT2 -> writer.gpt2(ByteLevelTree.of(file.tokenizer(), writer.where()), file.config());
        }
    }

    private String where() {
        return source.file().toString();
    }

    private void sentencePiece(TokenizerFile file) throws Failure, IOException {
        Path original = source.kind() == TokenizerSource.Kind.SENTENCEPIECE
                ? source.file()
                : source.folder().resolve(MODEL);
        SpModel model =
                Files.isRegularFile(original) ? SpModel.read(original) : SpModelOfFile.of(file.tokenizer(), where());
        Files.write(out.resolve(MODEL), model.bytes());
    }

    private void tiktoken(ByteLevelTree tree) throws Failure, IOException {
        if (!tree.normalizer().isEmpty()) {
            throw tree.cannot("it normalizes text, which tiktoken never does");
        }
        Map<String, Integer> vocab = tree.vocab();
        boolean allBytes = ByteLevel.alphabet().chars().allMatch(c -> vocab.containsKey(Character.toString(c)));
        if (!allBytes || !tree.idsAreRanks()) {
            throw tree.cannot("its ids do not tell the order of its merges");
        }
        StringBuilder ranks = new StringBuilder();
        vocab.forEach((token, id) -> ranks.append(Base64.getEncoder().encodeToString(ByteLevelFile.bytes(token)))
                .append(' ')
                .append(id)
                .append('\n'));
        ObjectNode more = ConfigFiles.none().put("pat_str", tree.regex());
        ObjectNode special = more.putObject("special_tokens");
        tree.special().forEach(special::put);
        Json.write(TiktokenReader.beside(out.resolve(RANKS)), more);
        WholeFile.write(out.resolve(RANKS), ranks.toString());
    }

    private void gpt2(ByteLevelTree tree, ObjectNode config) throws Failure, IOException {
        String regex = tree.regex();
        boolean gpt2 =
                regex.equals(Splitter.regex(Pattern.GPT2)) && tree.normalizer().isEmpty();
        boolean qwen =
                regex.equals(Splitter.regex(Pattern.QWEN2)) && tree.normalizer().equals("NFC");
        if (!gpt2 && !qwen) {
            throw tree.cannot("readers of vocab.json and merges.txt cut text as GPT-2 does, or as Qwen2 and in NFC");
        }
        ObjectNode ids = ConfigFiles.none();
        tree.vocab().forEach(ids::put);
        ObjectNode added = ConfigFiles.none();
        tree.special().forEach(added::put);
        StringBuilder merges = new StringBuilder("#version: 0.2\n");
        for (String[] pair : tree.merges()) {
            merges.append(pair[0]).append(' ').append(pair[1]).append('\n');
        }
        Files.writeString(out.resolve("vocab.json"), Json.line(withSpecial(ids, added)) + "\n", StandardCharsets.UTF_8);
        Files.writeString(out.resolve("merges.txt"), merges, StandardCharsets.UTF_8);
        Json.write(out.resolve("added_tokens.json"), added);
        ObjectNode ownConfig = config.deepCopy();
        ownConfig.put("tokenizer_class", gpt2 ? "GPT2Tokenizer" : "Qwen2Tokenizer");
        Json.write(out.resolve("tokenizer_config.json"), ownConfig);
    }

    /** All tokens in the order of their ids, special ones among them. */
    private static ObjectNode withSpecial(ObjectNode ids, ObjectNode added) {
        ObjectNode all = ConfigFiles.none();
        List.of(ids, added).stream()
                .flatMap(some -> some.properties().stream())
                .sorted((a, b) ->
                        Integer.compare(a.getValue().asInt(), b.getValue().asInt()))
                .forEach(token -> all.set(token.getKey(), token.getValue()));
        return all;
    }
}
