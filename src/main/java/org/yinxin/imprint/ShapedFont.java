package org.yinxin.imprint;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scripts whose letters join or stack, shaped by the HarfBuzz inside the JDK; it needs AWT's fonts, which are told of a
 * font of ours where the machine has no fontconfig.
 */
enum ShapedFont {
    TIBETAN(UnicodeScript.TIBETAN, "NotoSerifTibetan-Bold.ttf", Font.LAYOUT_LEFT_TO_RIGHT),
    YI(UnicodeScript.YI, "NotoSansYi-Regular.ttf", Font.LAYOUT_LEFT_TO_RIGHT),
    /** Uyghur, Kazakh and Kirghiz among others. */
    ARABIC(UnicodeScript.ARABIC, "NotoNaskhArabic-Bold.ttf", Font.LAYOUT_RIGHT_TO_LEFT),
    /** Its lines run downwards; along an arch they lie on their side, as on seals of Inner Mongolia. */
    MONGOLIAN(UnicodeScript.MONGOLIAN, "NotoSansMongolian-Regular.ttf", Font.LAYOUT_LEFT_TO_RIGHT);

    private static final float EM = 1000;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final UnicodeScript script;
    private final String file;
    private final int direction;
    private @Nullable Font font;

    ShapedFont(UnicodeScript script, String file, int direction) {
        this.script = script;
        this.file = file;
        this.direction = direction;
    }

    /** The font of the first letter that is of one of these scripts. */
    static Optional<ShapedFont> of(String text) {
        return text.codePoints()
                .mapToObj(UnicodeScript::of)
                .flatMap(script -> Arrays.stream(values()).filter(font -> font.script == script))
                .findFirst();
    }

    /** @throws GlyphMissingException when the font lacks a character; scripts of two fonts do not mix */
    TextLine set(String text) {
        Font sized = font();
        int missing = sized.canDisplayUpTo(text);
        if (missing >= 0) {
            throw new GlyphMissingException(text.codePointAt(missing), text);
        }
        char[] characters = text.toCharArray();
        GlyphVector glyphs = sized.layoutGlyphVector(EXACT, characters, 0, characters.length, direction);
        Shape outline = glyphs.getOutline();
        return TextLine.upright(
                outline, glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX(), EM);
    }

    private synchronized Font font() {
        if (font == null) {
            font = load(file).deriveFont(EM);
        }
        return font;
    }

    private static Font load(String file) {
        FontSystem.prepare();
        try (InputStream data = ShapedFont.class.getResourceAsStream("/fonts/" + file)) {
            if (data == null) {
                throw new IllegalStateException("The font " + file + " is missing from the application");
            }
            return Font.createFont(Font.TRUETYPE_FONT, data);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + file + " cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + file + " cannot be read", e);
        }
    }

    /** AWT will not start its fonts without knowing one; a file that names ours is enough for it. */
    private static final class FontSystem {

        private static final String SETTING = "sun.awt.fontconfig";
        private static final String[] FAMILIES = {"dialog", "dialoginput", "sansserif", "serif", "monospaced"};
        private static final String[] STYLES = {"plain", "bold", "italic", "bolditalic"};

        static void prepare() {
            if (System.getProperty(SETTING) == null && !Files.exists(Path.of("/etc/fonts/fonts.conf"))) {
                System.setProperty(SETTING, describe().toString());
            }
        }

        private static Path describe() {
            try (InputStream data = ShapedFont.class.getResourceAsStream("/fonts/" + YI.file)) {
                Path folder = Files.createTempDirectory("yinxin-fonts");
                Path known = folder.resolve(YI.file);
                Files.write(known, data == null ? new byte[0] : data.readAllBytes());
                StringBuilder lines = new StringBuilder("version=1\nsequence.allfonts=one\nsequence.fallback=one\n");
                for (String family : FAMILIES) {
                    for (String style : STYLES) {
                        lines.append("%s.%s.one=ours%n".formatted(family, style));
                    }
                }
                lines.append("filename.ours=").append(known).append('\n');
                Path description = folder.resolve("fontconfig.properties");
                Files.writeString(description, lines);
                known.toFile().deleteOnExit();
                description.toFile().deleteOnExit();
                folder.toFile().deleteOnExit();
                return description;
            } catch (IOException e) {
                throw new UncheckedIOException("No font description could be written", e);
            }
        }
    }
}
