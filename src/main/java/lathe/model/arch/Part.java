package lathe.model.arch;

/** What a module of a layer does, whatever a family calls it. */
public enum Part {
    INPUT_NORM,
    QUERY("q_proj"),
    KEY("k_proj"),
    VALUE("v_proj"),
    /** Queries, keys and values from one matrix, in this order of rows. */
    QUERY_KEY_VALUE("qkv_proj"),
    QUERY_NORM,
    KEY_NORM,
    OUTPUT("o_proj"),
    /** Of what attention gives, before it is added. */
    AFTER_ATTENTION_NORM,
    BEFORE_FEED_FORWARD_NORM,
    GATE("gate_proj"),
    UP("up_proj"),
    /** Gate and up from one matrix, in this order of rows. */
    GATE_UP("gate_up_proj"),
    DOWN("down_proj"),
    /** Of what the feed-forward part gives, before it is added. */
    AFTER_FEED_FORWARD_NORM;

    private final String method;

    Part() {
        this("");
    }

    Part(String method) {
        this.method = method;
    }

    /** The method of the program that applies it; empty for norms, which share one. */
    public String method() {
        return method;
    }
}
