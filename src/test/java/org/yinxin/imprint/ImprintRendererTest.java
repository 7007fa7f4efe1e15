package org.yinxin.imprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

class ImprintRendererTest {

    private static final SealCode CODE = new SealCode("3301080012345");

    private final ImprintRenderer renderer = new ImprintRenderer();

    @ParameterizedTest
    @MethodSource("samples")
    void aPictureHasTheTrueSizeOfItsKindAt300DotsPerInch(ImprintSpec spec, double widthMm, double heightMm)
            throws IOException {
        Imprint imprint = renderer.draw(spec);

        assertThat(imprint.widthMm()).isEqualTo(widthMm);
        assertThat(imprint.heightMm()).isEqualTo(heightMm);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(imprint.png()));
        assertThat(picture.getWidth()).isEqualTo((int) Math.round(widthMm * 300 / 25.4));
        assertThat(picture.getHeight()).isEqualTo((int) Math.round(heightMm * 300 / 25.4));
        assertThat(dotsPerMetre(imprint.png())).isEqualTo(11_811);
        assertThat(imprint.png()).hasSizeLessThan(24_000);
        keepForTheEye(spec, imprint);
    }

    @Test
    void everythingOutsideTheInkIsTransparentAndTheInkIsRed() throws IOException {
        BufferedImage picture = ImageIO.read(
                new ByteArrayInputStream(renderer.draw(statutory("杭州测试科技有限公司")).png()));

        assertThat(picture.getRGB(2, 2) >>> 24).isZero();
        assertThat(picture.getRGB(236, 236)).as("the star's middle").isEqualTo(0xffe60012);
        assertThat(picture.getRGB(236, 4)).as("the border").isEqualTo(0xffe60012);
        assertThat(picture.getRGB(236, 330) >>> 24).as("between star and code").isZero();
    }

    @Test
    void theVectorPictureIsOnePathInMillimetresNamedAfterTheOwner() {
        Document svg = Jsoup.parse(renderer.draw(statutory("甲 & 乙 <丙> 有限公司")).svg(), "", Parser.xmlParser());

        assertThat(svg.selectFirst("svg").attr("width")).isEqualTo("40mm");
        assertThat(svg.selectFirst("svg").attr("viewBox")).isEqualTo("0 0 40 40");
        assertThat(svg.selectFirst("title").text()).isEqualTo("甲 & 乙 <丙> 有限公司");
        assertThat(svg.select("path")).hasSize(1);
    }

    @Test
    void theSameSpecificationGivesTheSameBytes() {
        ImprintSpec spec = statutory("杭州测试科技有限公司");

        assertThat(renderer.draw(spec).png()).isEqualTo(renderer.draw(spec).png());
        assertThat(renderer.draw(spec).svg()).isEqualTo(renderer.draw(spec).svg());
    }

    @Test
    void aCharacterThatTheFontLacksIsNamed() {
        assertThatThrownBy(() -> renderer.draw(statutory("杭州\uD83D\uDE00有限公司")))
                .isInstanceOfSatisfying(
                        GlyphMissingException.class,
                        missing -> assertThat(missing.codePoint()).isEqualTo(0x1F600));
    }

    @Test
    void joinedLettersAreShapedAndScriptsOfTwoFontsDoNotMix() {
        TextLine joined = Typesetter.line("شىركىتى");
        double apart = "شىركىتى"
                .codePoints()
                .mapToDouble(
                        letter -> Typesetter.line(Character.toString(letter)).width())
                .sum();

        assertThat(joined.width()).as("joined letters are narrower").isLessThan(apart * 0.9);
        assertThat(Typesetter.line("གྲོ").width())
                .as("letters stack")
                .isLessThan(Typesetter.line("ག").width() + Typesetter.line("ར").width() * 0.5);
        assertThatThrownBy(() -> renderer.draw(statutory("བོད་杭州有限公司"))).isInstanceOf(GlyphMissingException.class);
    }

    @Test
    void aForeignNameTooLongForTheEllipseIsRefused() {
        ImprintSpec spec =
                new ImprintSpec(SealKind.STATUTORY_NAME, "杭州测试有限公司", CODE, null, "International ".repeat(6), true);

        assertThatThrownBy(() -> renderer.draw(spec)).isInstanceOf(NameDoesNotFitException.class);
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> statutory("长".repeat(61))).isInstanceOf(NameDoesNotFitException.class);
        assertThatThrownBy(() -> statutory("短")).isInstanceOf(NameDoesNotFitException.class);
    }

    private static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of(statutory("大有商行"), 40, 40),
                Arguments.of(statutory("杭州大有商行"), 40, 40),
                Arguments.of(statutory("杭州测试有限公司"), 40, 40),
                Arguments.of(statutory("杭州测试科技有限公司"), 40, 40),
                Arguments.of(statutory("杭州西湖龙井茶叶贸易有限公司"), 40, 40),
                Arguments.of(statutory("浙江钱塘江数字信息技术股份有限公司"), 42, 42),
                Arguments.of(statutory("杭州余杭区良渚文化村社区物业管理服务有限责任公司"), 40, 40),
                Arguments.of(statutory("中国（浙江）自由贸易试验区杭州片区测试信息技术服务有限责任公司"), 40, 40),
                Arguments.of(statutory("杭州ABC网络2科技有限公司"), 40, 40),
                Arguments.of(new ImprintSpec(SealKind.CONTRACT, "杭州测试科技有限公司", CODE), 38, 38),
                Arguments.of(new ImprintSpec(SealKind.FINANCE, "杭州测试科技有限公司", CODE), 38, 38),
                Arguments.of(
                        new ImprintSpec(SealKind.INVOICE, "杭州测试科技有限公司", CODE, Uscc.complete("91330100799655058")),
                        40,
                        30),
                Arguments.of(new ImprintSpec(SealKind.LEGAL_REPRESENTATIVE, "王小明", CODE), 20, 20));
    }

    private static ImprintSpec statutory(String name) {
        return new ImprintSpec(SealKind.STATUTORY_NAME, name, CODE);
    }

    private static int dotsPerMetre(byte[] png) {
        ByteBuffer file = ByteBuffer.wrap(png);
        assertThat(new String(png, 37, 4)).isEqualTo("pHYs");
        return file.getInt(41);
    }

    /** Left under target/ so that a person can look at what a change did. */
    private static void keepForTheEye(ImprintSpec spec, Imprint imprint) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/imprints"));
        Files.write(folder.resolve(spec.kind() + "-" + spec.name() + ".png"), imprint.png());
        Files.writeString(folder.resolve(spec.kind() + "-" + spec.name() + ".svg"), imprint.svg());
    }
}
