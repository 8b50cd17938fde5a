package lathe.model.quant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.charset.StandardCharsets;
import lathe.program.Torch;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of quantized maps that do not belong together are refused before anything is made of them. */
class BnbPartsTest {
    private static final String MAP = "model.layers.0.mlp.up_proj.weight";

    private static NDArray bytes(Torch torch, byte[] bytes) {
        return torch.manager().create(java.nio.ByteBuffer.wrap(bytes), new Shape(bytes.length), DataType.UINT8);
    }

    /** A map of 8 times 16 numbers: two blocks. */
    private static BnbParts parts(Torch torch, String state, int codes, int factors) {
        BnbParts parts = new BnbParts();
        parts.addCodes(MAP, bytes(torch, new byte[codes]));
        parts.add(MAP + ".absmax", torch.manager().ones(new Shape(factors)));
        parts.add(MAP + ".quant_map", torch.manager().ones(new Shape(16)));
        parts.add(MAP + ".quant_state.bitsandbytes__nf4", bytes(torch, state.getBytes(StandardCharsets.UTF_8)));
        return parts;
    }

    private static final String GOOD = "{\"quant_type\":\"nf4\",\"blocksize\":64,\"shape\":[8,16]}";

    @Test
    void partsThatFitAreJoined() throws Exception {
        try (Torch torch = Torch.open("cpu", 1);
                Quantizer quantizer = new Quantizer(torch)) {
            BnbParts parts = parts(torch, GOOD, 64, 2);
            BnbParts.Joined joined = parts.join(torch, quantizer, MAP, 8, 16, "here");
            assertEquals(WeightForm.NF4, joined.form());
            assertTrue(parts.maps().isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{\"quant_type\":\"fp4\",\"blocksize\":64,\"shape\":[8,16]}  | 64 | 2 | it is fp4",
                "{\"quant_type\":\"nf4\",\"blocksize\":128,\"shape\":[8,16]} | 64 | 2 | blocks of 128",
                "{\"quant_type\":\"nf4\",\"blocksize\":64,\"shape\":[16,8]}  | 64 | 2 | its shape is [16,8]",
                "{\"quant_type\":\"nf4\",\"blocksize\":64,\"shape\":[8,16]}  | 63 | 2 | its part weight has 63",
                "{\"quant_type\":\"nf4\",\"blocksize\":64,\"shape\":[8,16]}  | 64 | 1 | its part absmax has 1",
                "{\"quant_type\":\"nf4\",\"blocksize\":64,\"shape\":[8,16],\"nested_offset\":0} | 64 | 2 | nested_quant_map is missing",
                "{{                                                           | 64 | 2 | its note is not JSON"
            })
    void partsThatDoNotAreNamed(String state, int codes, int factors, String reason) throws Exception {
        try (Torch torch = Torch.open("cpu", 1);
                Quantizer quantizer = new Quantizer(torch)) {
            BnbParts parts = parts(torch, state, codes, factors);
            Failure failure = assertThrows(Failure.class, () -> parts.join(torch, quantizer, MAP, 8, 16, "here"));
            assertTrue(failure.what().contains(reason), failure.what());
        }
    }
}
