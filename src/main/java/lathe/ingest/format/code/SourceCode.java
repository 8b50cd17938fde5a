package lathe.ingest.format.code;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lathe.ingest.container.TextStream;
import lathe.ingest.format.document.ExtractedText;
import lathe.ingest.format.document.RefusedException;

/**
 * A file of source code as it is. Files that no one wrote are refused: {@code binary}, {@code minified},
 * {@code generated}.
 */
public final class SourceCode {
    private static final int LOOKED_AT = 8000; // as git does

    private SourceCode() {}

    /**
     * The code, with its language and path.
     *
     * @param path relative to the source; its name tells the language
     */
    public static ExtractedText of(byte[] file, String path) throws IOException {
        String language = Languages.of(path);
        if (language == null) {
            throw new RefusedException("unknown-language", path);
        }
        String code = decoded(file, path);
        if (Written.isMinified(code, path)) {
            throw new RefusedException("minified", path);
        }
        if (Written.isGenerated(code, path)) {
            throw new RefusedException("generated", path);
        }
        String named = language.equals("MATLAB") && Written.isObjectiveC(code) ? "Objective-C" : language;
        ExtractedText.Meta meta =
                new ExtractedText.Meta().put("language", named).put("path", path);
        return new ExtractedText(code, meta.values());
    }

    private static String decoded(byte[] file, String path) throws IOException {
        if (!TextStream.isText(Arrays.copyOf(file, Math.min(file.length, LOOKED_AT)))) {
            throw new RefusedException("binary", path);
        }
        byte[] utf8 = TextStream.of(new ByteArrayInputStream(file)).readAllBytes();
        try {
            String code = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            if (code.indexOf('\0') >= 0) {
                throw new RefusedException("binary", path);
            }
            return code;
        } catch (CharacterCodingException e) {
            throw new RefusedException("invalid-utf8", path);
        }
    }
}
