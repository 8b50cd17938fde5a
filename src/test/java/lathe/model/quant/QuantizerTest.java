package lathe.model.quant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.model.file.Safetensors;
import lathe.program.TensorType;
import lathe.program.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps of four bits against bitsandbytes, byte for byte. */
class QuantizerTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/nf4/tensors.safetensors");

    private static NDArray tensor(Torch torch, Safetensors file, String name) throws Exception {
        Safetensors.Entry entry =
                java.util.Objects.requireNonNull(file.entries().get(name));
        return torch.tensors()
                .fromBytes(
                        torch.manager(),
                        file.bytes(entry, 0, (int) entry.size()),
                        entry.sizes(),
                        entry.type(),
                        entry.type());
    }

    private static byte[] bytes(Torch torch, Safetensors file, List<String> names) throws Exception {
        List<Byte> all = new ArrayList<>();
        for (String name : names) {
            for (byte one : tensor(torch, file, name).toByteArray()) {
                all.add(one);
            }
        }
        byte[] flat = new byte[all.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = all.get(i);
        }
        return flat;
    }

    @ParameterizedTest
    @CsvSource({"x, plain", "x, double", "half, plain", "half, double"})
    void bytesAreThoseOfBitsandbytes(String name, String kind) throws Exception {
        boolean twice = kind.equals("double");
        String prefix = name + "." + kind + ".";
        try (Torch torch = Torch.open("cpu", 1);
                Safetensors file = Safetensors.open(GOLDEN);
                Quantizer quantizer = new Quantizer(torch)) {
            NDArray made =
                    quantizer.quantized(tensor(torch, file, name), twice ? WeightForm.NF4_DOUBLE : WeightForm.NF4);
            byte[] bytes = made.toByteArray();
            byte[] codes = bytes(torch, file, List.of(prefix + "packed"));
            assertArrayEquals(codes, java.util.Arrays.copyOf(bytes, codes.length), "codes");
            byte[] factors = bytes(
                    torch,
                    file,
                    twice
                            ? List.of("table", prefix + "nested", prefix + "offset", prefix + "absmax")
                            : List.of(prefix + "absmax"));
            assertEquals(codes.length + 2048 + factors.length, bytes.length);
            assertArrayEquals(
                    factors, java.util.Arrays.copyOfRange(bytes, codes.length + 2048, bytes.length), "factors");
        }
    }

    @ParameterizedTest
    @CsvSource({"plain, NF4", "double, NF4_DOUBLE"})
    void bytesStandForTheSameNumbers(String kind, WeightForm form) throws Exception {
        try (Torch torch = Torch.open("cpu", 1);
                Safetensors file = Safetensors.open(GOLDEN);
                Quantizer quantizer = new Quantizer(torch)) {
            NDArray made = quantizer.quantized(tensor(torch, file, "x"), form);
            NDArray dense = quantizer.dense(made, form, 104, 160, TensorType.F32);
            assertArrayEquals(tensor(torch, file, "x." + kind + ".dense").toFloatArray(), dense.toFloatArray());
        }
    }

    @Test
    void lastBlockMayBeShort() throws Exception {
        try (Torch torch = Torch.open("cpu", 1);
                Quantizer quantizer = new Quantizer(torch)) {
            float[] numbers = new float[7 * 11];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (i % 5 - 2) / 2f;
            }
            NDArray x = lathe.program.Tensors.create(torch.manager(), numbers, 7, 11);
            for (WeightForm form :
                    Map.of(WeightForm.NF4, 1, WeightForm.NF4_DOUBLE, 2).keySet()) {
                NDArray dense = quantizer.dense(quantizer.quantized(x, form), form, 7, 11, TensorType.F32);
                for (int i = 0; i < numbers.length; i++) {
                    assertEquals(numbers[i], dense.toFloatArray()[i], 0.08f, form + " number " + i);
                }
            }
        }
    }
}
