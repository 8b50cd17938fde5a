package lathe.export.gguf.file;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the numbers of a tensor are written, by the numbers that ggml gives its types. Types with blocks share a scale
 * among 32 neighbours of a row.
 */
public enum GgufType {
    F32(0, 1, 4, 0),
    F16(1, 1, 2, 1),
    /** A half as scale and 32 numbers of four bits. */
    Q4_0(2, 32, 18, 2),
    /** A half as scale and 32 numbers of eight bits. */
    Q8_0(8, 32, 34, 7),
    BF16(30, 1, 2, 32);

    private final int number;
    private final int blockLength;
    private final int blockBytes;
    private final int fileNumber;

    GgufType(int number, int blockLength, int blockBytes, int fileNumber) {
        this.number = number;
        this.blockLength = blockLength;
        this.blockBytes = blockBytes;
        this.fileNumber = fileNumber;
    }

    /** The type of ggml's number, if it is one of these. */
    public static Optional<GgufType> of(long number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }

    /** ggml's number for the type. */
    public int number() {
        return number;
    }

    /** llama.cpp's number for a file that is mostly of this type: {@code general.file_type}. */
    public int fileNumber() {
        return fileNumber;
    }

    /** How many numbers share a block. */
    public int blockLength() {
        return blockLength;
    }

    /** Whether rows of a length fall into whole blocks. */
    public boolean fits(long rowLength) {
        return rowLength % blockLength == 0;
    }

    /** Bytes of so many numbers, which make whole blocks. */
    public long bytes(long numbers) {
        return numbers / blockLength * blockBytes;
    }
}
