package lathe.model.resize;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import lathe.model.Safetensors;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a table with one row a token, as {@link VocabRows} says. */
final class RowWriter {
    private final VocabRows rows;
    private final Safetensors.Entry entry;
    private final ByteBuffer table;
    private final int width;
    private double @Nullable [] meanOfAll;

    /**
     * A table.
     *
     * @param table its bytes, little-endian
     */
    RowWriter(VocabRows rows, Safetensors.Entry entry, ByteBuffer table) {
        this.rows = rows;
        this.entry = entry;
        this.table = table;
        width = (int) entry.sizes()[1];
    }

    /** Bytes of a row. */
    int rowBytes() {
        return width * entry.type().bytes();
    }

    /** A new row's bytes, ready to be written. */
    ByteBuffer row(int row) {
        int copied = rows.copied(row);
        if (copied >= 0) {
            return table.slice(copied * rowBytes(), rowBytes());
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
            for (int i = 0; i < width; i++) {
                mean[i] += FloatCodec.read(
                        table, row * rowBytes() + i * entry.type().bytes(), entry.type());
            }
        }
        return Arrays.stream(mean)
                .map(value -> value / Math.max(1, from.length))
                .toArray();
    }
}
