package lathe.model.quant;

/** How a frozen linear map lies in memory. */
public enum WeightForm {
    /** Numbers of the type of the arithmetic. */
    DENSE,
    /** Four bits a number, and a float32 for each 64 (QLoRA's NF4, Dettmers et al. 2023). */
    NF4,
    /** The same, whose float32 numbers have eight bits each, and a float32 for each 256 of those. */
    NF4_DOUBLE;

    /** Whether a map is bytes that programs make dense where they need it. */
    public boolean isQuantized() {
        return this != DENSE;
    }

    /** The module of program text that reads it. */
    public String module() {
        return this == NF4_DOUBLE ? "nf4_double" : "nf4";
    }
}
