package lathe.program;

import java.util.Locale;

/** Types of numbers in model files and programs. */
public enum TensorType {
    F32(6, 4, "float32"),
    F16(5, 2, "float16"),
    BF16(15, 2, "bfloat16"),
    U8(0, 1, "uint8");

    private final int torchNumber;
    private final int bytes;
    private final String torchName;

    TensorType(int torchNumber, int bytes, String torchName) {
        this.torchNumber = torchNumber;
        this.bytes = bytes;
        this.torchName = torchName;
    }

    /** PyTorch's number for the type, which program text uses. */
    public int torchNumber() {
        return torchNumber;
    }

    /** Bytes per number. */
    public int bytes() {
        return bytes;
    }

    /** The name that a model's config.json uses. */
    public String torchName() {
        return torchName;
    }

    /** Whether safetensors' name for a type is one of these. */
    public static boolean isKnown(String name) {
        for (TensorType type : values()) {
            if (type.name().equals(name.toUpperCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
