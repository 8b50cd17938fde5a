package lathe.clean.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;

class BandShapeTest {

    @Test
    void theBestShapeIsTheOneThatDatasketchFinds() throws IOException {
        for (JsonNode golden : Rules.golden("tools.json").path("shapes")) {
            BandShape shape = BandShape.best(
                    golden.path("threshold").asDouble(),
                    golden.path("permutations").asInt());
            JsonNode expected = golden.path("shape");
            assertEquals(
                    new BandShape(expected.get(0).asInt(), expected.get(1).asInt()), shape, () -> golden.toString());
        }
    }

    @Test
    void candidatesFollowTheCurveOfTheBands() {
        assertEquals(0.92, new BandShape(14, 8).candidates(0.8), 0.005);
        assertEquals(0.51, new BandShape(25, 10).candidates(0.7), 0.005);
    }

    @Test
    void bandsAndRowsMustFitAndGoTogether() throws Failure {
        assertEquals(new BandShape(14, 9), BandShape.of(0.7, 128, 14, 9));
        assertThrows(Failure.class, () -> BandShape.of(0.7, 100, 14, 8));
        assertThrows(Failure.class, () -> BandShape.of(0.7, 256, 14, null));
        assertThrows(Failure.class, () -> BandShape.of(0.7, 256, null, 8));
    }
}
