package lathe.model.quant;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.program.Tensors;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/**
 * The parts in which transformers writes a linear map of four bits (bitsandbytes): the codes under the map's own name,
 * and beside them its factors, the tables that these are read by, and a note in JSON.
 */
public final class BnbParts {
    private static final Pattern PART = Pattern.compile(
            "(.*\\.weight)\\.(absmax|quant_map|nested_absmax|nested_quant_map|quant_state\\.bitsandbytes__\\w+)");
    private static final int BLOCK = 64;
    private static final int GROUP = 256;
    private static final String CODES = "weight";
    private static final String STATE = "quant_state.bitsandbytes__nf4";

    private final Map<String, Map<String, NDArray>> parts = new TreeMap<>();

    /** Whether a tensor of this name is such a part. */
    public static boolean isPart(String name) {
        return PART.matcher(name).matches();
    }

    /** The map that a part belongs to. */
    public static String mapOf(String name) {
        return matched(name).group(1);
    }

    private static Matcher matched(String name) {
        Matcher part = PART.matcher(name);
        if (!part.matches()) {
            throw new IllegalArgumentException(name + " is no part of a map of four bits");
        }
        return part;
    }

    /** Keeps a part until its map is joined. Bytes stay bytes; tables and factors are float32. */
    public void add(String name, NDArray tensor) {
        parts.computeIfAbsent(mapOf(name), map -> new TreeMap<>())
                .put(matched(name).group(2), tensor);
    }

    /** Keeps the codes of a map. */
    public void addCodes(String map, NDArray packed) {
        parts.computeIfAbsent(map, any -> new TreeMap<>()).put(CODES, packed);
    }

    /** The maps of which something is there. */
    public List<String> maps() {
        return List.copyOf(parts.keySet());
    }

    /**
     * A map as programs take it.
     *
     * @param bytes owned by the {@link Torch} that it was joined on
     */
    public record Joined(NDArray bytes, WeightForm form) {}

    /**
     * Joins the parts of a map, and closes them.
     *
     * @param where the file or folder, for messages
     */
    public Joined join(Torch torch, Quantizer quantizer, String map, long rows, long columns, String where)
            throws Failure {
        Map<String, NDArray> found = parts.getOrDefault(map, Map.of());
        JsonNode state = state(part(found, STATE, map, where), map, where);
        check(state, rows, columns, map, where);
        long blocks = (rows * columns + BLOCK - 1) / BLOCK;
        sized(found, CODES, (rows * columns + 1) / 2, map, where);
        sized(found, "quant_map", 16, map, where);
        NDArray absmax = sized(found, "absmax", blocks, map, where);
        List<NDArray> factors = state.has("nested_offset")
                ? List.of(
                        sized(found, "nested_quant_map", 256, map, where),
                        sized(found, "nested_absmax", (blocks + GROUP - 1) / GROUP, map, where),
                        Tensors.create(
                                torch.manager(),
                                new float[] {(float) state.path("nested_offset").asDouble()},
                                1),
                        absmax)
                : List.of(absmax);
        NDArray joined =
                quantizer.joined(part(found, CODES, map, where), part(found, "quant_map", map, where), factors);
        found.values().forEach(NDArray::close);
        parts.remove(map);
        return new Joined(joined, state.has("nested_offset") ? WeightForm.NF4_DOUBLE : WeightForm.NF4);
    }

    private static NDArray part(Map<String, NDArray> found, String part, String map, String where) throws Failure {
        @Nullable NDArray tensor = found.get(part);
        if (tensor == null) {
            throw broken(map, "its part " + part + " is missing", where);
        }
        return tensor;
    }

    /** A part of as many numbers as the map's size asks for. */
    private static NDArray sized(Map<String, NDArray> found, String part, long size, String map, String where)
            throws Failure {
        NDArray tensor = part(found, part, map, where);
        if (tensor.size() != size) {
            throw broken(map, "its part " + part + " has " + tensor.size() + " numbers, not " + size, where);
        }
        return tensor;
    }

    private static JsonNode state(NDArray bytes, String map, String where) throws Failure {
        try {
            return Json.parse(new String(bytes.toByteArray(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw broken(map, "its note is not JSON", where);
        }
    }

    private static void check(JsonNode state, long rows, long columns, String map, String where) throws Failure {
        String type = state.path("quant_type").asText();
        int block = state.path("blocksize").asInt();
        int nested = state.path("nested_blocksize").asInt(GROUP);
        if (!type.equals("nf4") || block != BLOCK || nested != GROUP) {
            throw broken(
                    map,
                    "it is " + type + " in blocks of " + block + " and " + nested + ", not nf4 of 64 and 256",
                    where);
        }
        JsonNode shape = state.path("shape");
        if (shape.path(0).asLong() != rows || shape.path(1).asLong() != columns) {
            throw broken(map, "its shape is " + shape + ", not [" + rows + "," + columns + "]", where);
        }
    }

    private static Failure broken(String map, String how, String where) {
        return Failure.badInput(
                "The quantized tensor " + map + " cannot be read: " + how,
                where,
                "fetch the model again",
                "or use it in bf16, fp16 or fp32");
    }
}
