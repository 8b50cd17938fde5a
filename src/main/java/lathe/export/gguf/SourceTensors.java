package lathe.export.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.export.gguf.file.RowSource;
import lathe.model.file.ModelFolder;
import lathe.model.file.Safetensors;
import lathe.model.resize.FloatCodec;
import lathe.program.TensorType;
import lathe.run.Failure;

/** The tensors of a model's folder, in one safetensors file or several, mapped one at a time and read by rows. */
final class SourceTensors implements AutoCloseable {

    private record Place(Safetensors file, Safetensors.Entry entry) {}

    private final Path folder;
    private final List<Safetensors> files = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    private SourceTensors(Path folder) {
        this.folder = folder;
    }

    /** Opens all files of a folder. */
    static SourceTensors open(Path folder) throws Failure, IOException {
        SourceTensors tensors = new SourceTensors(folder);
        try {
            for (Path path : ModelFolder.weightFiles(folder)) {
                Safetensors file = Safetensors.open(path);
                tensors.files.add(file);
                file.entries().forEach((name, entry) -> tensors.places.put(name, new Place(file, entry)));
            }
        } catch (Failure | IOException e) {
            tensors.close();
            throw e;
        }
        return tensors;
    }

    /** The names of all tensors. */
    Set<String> names() {
        return places.keySet();
    }

    /** The rows of a tensor, which is mapped when the first is read. */
    RowSource rows(String name, List<Long> shape) throws Failure {
        Place place = places.get(name);
        if (place == null || !place.entry().shape().equals(shape)) {
            throw Failure.badInput(
                    "The tensor " + name + " should have the shape " + shape + ", "
                            + (place == null
                                    ? "is missing"
                                    : "has " + place.entry().shape()),
                    folder.toString(),
                    "check that config and weights belong together");
        }
        return new Rows(place);
    }

    @Override
    public void close() throws IOException {
        for (Safetensors file : files) {
            file.close();
        }
    }

    private static final class Rows implements RowSource {
        private static final int MAPPED = 1 << 26;

        private final Place place;
        /** Bytes of several rows, from one of them on; a tensor may have more than a buffer can hold. */
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        private long begin;

        Rows(Place place) {
            this.place = place;
        }

        @Override
        public void read(long row, float[] into) throws Failure, IOException {
            TensorType type = place.entry().type();
            int length = into.length * type.bytes();
            long from = row * length;
            if (from < begin || from + length > begin + bytes.capacity()) {
                begin = from;
                long rest = place.entry().size() - from;
                bytes = place.file().bytes(place.entry(), from, (int) Math.min(rest, Math.max(length, MAPPED)));
            }
            int at = (int) (from - begin);
            for (int i = 0; i < into.length; i++) {
                into[i] = FloatCodec.read(bytes, at + (i * type.bytes()), type);
            }
        }
    }
}
