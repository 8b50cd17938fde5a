package lathe.model.resize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lathe.model.file.ModelFolder;
import lathe.model.file.Safetensors;
import lathe.model.file.SafetensorsHeader;
import lathe.model.layout.ModelLayout;
import lathe.model.layout.Slot;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.WholeFile;

/**
 * A model folder with another vocabulary: the embedding, and the head where it is a table of its own, get the rows that
 * {@link VocabRows} names. All other tensors are copied bit by bit, types and files stay as they are.
 */
public final class ResizedModel {
    private static final List<String> SETTINGS = List.of("config.json", "generation_config.json");
    private static final List<String> TOKENS = List.of("bos_token_id", "eos_token_id", "pad_token_id");

    private static final int PART = 1 << 30;

    private final Path base;
    private final VocabRows rows;
    private final TokenIds ids;
    private final Set<String> tables;

    private ResizedModel(Path base, VocabRows rows) throws Failure, IOException {
        this.base = base;
        this.rows = rows;
        ids = new TokenIds(rows);
        ModelLayout layout = ModelLayout.of(ModelFolder.config(base));
        String prefix = layout.architecture().naming().base();
        // files of a bare model leave the prefix out
        tables = layout.slots().stream()
                .filter(slot -> slot.kind() == Slot.Kind.EMBEDDING || slot.kind() == Slot.Kind.HEAD)
                .flatMap(slot -> Stream.of(slot.name(), slot.name().replaceFirst("^" + Pattern.quote(prefix), "")))
                .collect(Collectors.toSet());
    }

    /**
     * Writes the model; the folder appears whole or not at all.
     *
     * @param base the model as it is
     * @param tokenizer folder from which the files of the new tokenizer are copied
     */
    public static void write(Path base, VocabRows rows, Path tokenizer, Path out) throws Failure, IOException {
        Path beside = out.resolveSibling(out.getFileName() + ".part");
        WholeFile.deleteTree(beside);
        Files.createDirectories(beside);
        ResizedModel model = new ResizedModel(base, rows);
        long bytes = 0;
        for (Path file : ModelFolder.weightFiles(base)) {
            bytes += model.rewrite(file, beside.resolve(file.getFileName()));
        }
        model.writeIndex(beside, bytes);
        ModelFolder.copyTokenizer(tokenizer, beside);
        model.writeSettings(beside);
        WholeFile.move(beside, out);
    }

    private long rewrite(Path file, Path out) throws Failure, IOException {
        try (Safetensors tensors = Safetensors.open(file);
                FileChannel to = FileChannel.open(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            SafetensorsHeader header = new SafetensorsHeader();
            for (Safetensors.Entry entry : tensors.entries().values()) {
                header.add(entry.name(), entry.type(), shape(entry));
            }
            writeAll(to, header.bytes());
            for (Safetensors.Entry entry : tensors.entries().values()) {
                write(to, tensors, entry);
            }
            to.force(true);
            return header.dataBytes();
        }
    }

    private boolean isTable(Safetensors.Entry entry) {
        return tables.contains(entry.name()) || entry.name().equals("lm_head.weight");
    }

    private long[] shape(Safetensors.Entry entry) {
        return isTable(entry) ? new long[] {rows.size(), entry.sizes()[1]} : entry.sizes();
    }

    private void write(FileChannel to, Safetensors tensors, Safetensors.Entry entry) throws IOException {
        if (!isTable(entry)) {
            for (long from = 0; from < entry.size(); from += PART) {
                writeAll(to, tensors.bytes(entry, from, (int) Math.min(PART, entry.size() - from)));
            }
            return;
        }
        RowWriter table = new RowWriter(rows, tensors, entry);
        for (int row = 0; row < rows.size(); row++) {
            writeAll(to, table.row(row));
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private void writeIndex(Path out, long bytes) throws IOException {
        Path index = base.resolve("model.safetensors.index.json");
        if (Files.isRegularFile(index)) {
            ObjectNode json = Json.read(index, ObjectNode.class);
            json.withObject("/metadata").put("total_size", bytes);
            Json.write(out.resolve(index.getFileName()), json);
        }
    }

    private void writeSettings(Path out) throws IOException {
        for (String name : SETTINGS) {
            if (Files.isRegularFile(base.resolve(name))) {
                ObjectNode json = Json.read(base.resolve(name), ObjectNode.class);
                if (json.has("vocab_size")) {
                    json.put("vocab_size", rows.size());
                }
                TOKENS.forEach(key -> ids.renumber(json, key));
                Json.write(out.resolve(name), json);
            }
        }
    }
}
