package lathe.model.resize;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.model.file.Safetensors;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a table with one row a token, as {@link VocabRows} says. */
final class RowWriter {
    private static final int PART = 1 << 30;

    private final VocabRows rows;
    private final Safetensors.Entry entry;
    private final List<ByteBuffer> parts = new ArrayList<>();
    private final int rowsInPart;
    private final int width;
    private double @Nullable [] meanOfAll;

    /** A table of a file, mapped in parts, as it may have more bytes than a buffer can hold. */
    RowWriter(VocabRows rows, Safetensors tensors, Safetensors.Entry entry) throws IOException {
        this.rows = rows;
        this.entry = entry;
        width = (int) entry.sizes()[1];
        rowsInPart = Math.max(1, PART / rowBytes());
        int bytes = rowsInPart * rowBytes();
        for (long from = 0; from < entry.size(); from += bytes) {
            parts.add(tensors.bytes(entry, from, (int) Math.min(bytes, entry.size() - from)));
        }
    }

    /** An old row's bytes. */
    private ByteBuffer old(int row) {
        return parts.get(row / rowsInPart)
                .slice(row % rowsInPart * rowBytes(), rowBytes())
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes of a row. */
    int rowBytes() {
        return width * entry.type().bytes();
    }

    /** A new row's bytes, ready to be written. */
    ByteBuffer row(int row) {
        int copied = rows.copied(row);
        if (copied >= 0) {
            return old(copied);
        }
        double[] mean = rows.isMeanOfAll(row) ? meanOfAll(row) : mean(rows.averaged(row));
        ByteBuffer out = ByteBuffer.allocate(rowBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : mean) {
            FloatCodec.write(out, (float) value, entry.type());
        }
        return out.flip();
    }

    private double[] meanOfAll(int row) {
        if (meanOfAll == null) {
            meanOfAll = mean(rows.averaged(row));
        }
        return meanOfAll;
    }

    private double[] mean(int[] from) {
        double[] mean = new double[width];
        for (int row : from) {
            ByteBuffer numbers = old(row);
            for (int i = 0; i < width; i++) {
                mean[i] += FloatCodec.read(numbers, i * entry.type().bytes(), entry.type());
            }
        }
        return Arrays.stream(mean)
                .map(value -> value / Math.max(1, from.length))
                .toArray();
    }
}
