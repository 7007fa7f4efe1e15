package org.yinxin.imprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/** Imprints of all kinds on one sheet under target/, for a person to look at; none may leave its own picture. */
class ContactSheetTest {

    private static final SealCode CODE = new SealCode("3301080012345");
    private static final Uscc USCC = Uscc.complete("91330100799655058");
    private static final String LONG = "中国（浙江）自由贸易试验区杭州片区钱塘江流域水资源综合开发利用与生态环境保护信息技术服务有限责任公司";

    @Test
    void everyKindAndScriptIsDrawnInsideItsBorder() throws IOException {
        List<Imprint> imprints =
                specifications().map(new ImprintRenderer()::draw).toList();
        int columns = 6;
        int side = 510;
        BufferedImage sheet = new BufferedImage(
                columns * side, (imprints.size() + columns - 1) / columns * side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < imprints.size(); i++) {
            BufferedImage picture =
                    ImageIO.read(new ByteArrayInputStream(imprints.get(i).png()));
            assertThat(inkOnCorners(picture)).as("imprint %d", i).isZero();
            pen.drawImage(picture, i % columns * side, i / columns * side, null);
        }
        pen.dispose();
        ImageIO.write(
                sheet,
                "png",
                Files.createDirectories(Path.of("target/imprints"))
                        .resolve("sheet.png")
                        .toFile());
    }

    /** Letters that ran off an arch would lie outside the ring. */
    private static long inkOnCorners(BufferedImage picture) {
        if (picture.getWidth() < 300) {
            return 0;
        }
        double a = picture.getWidth() / 2.0;
        double b = picture.getHeight() / 2.0;
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .filter(i -> {
                    double x = (i % picture.getWidth() + 0.5 - a) / a;
                    double y = (i / picture.getWidth() + 0.5 - b) / b;
                    return x * x + y * y > 1.02
                            && picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) >>> 24 != 0;
                })
                .count();
    }

    private static Stream<ImprintSpec> specifications() {
        return Stream.of(
                statutory("大有商行", null),
                statutory("杭州大有商行", null),
                statutory("杭州测试有限公司", null),
                statutory("杭州测试科技有限公司", null),
                statutory("浙江钱塘江数字信息技术股份有限公司", null),
                statutory("杭州余杭区良渚文化村社区物业管理服务有限责任公司", null),
                statutory("中国（浙江）自由贸易试验区杭州片区测试信息技术服务有限责任公司", null),
                statutory(LONG, null),
                statutory("杭州ABC网络2科技有限公司", null),
                new ImprintSpec(SealKind.CONTRACT, "杭州测试科技有限公司", CODE),
                new ImprintSpec(SealKind.FINANCE, "中国（浙江）自由贸易试验区杭州片区测试信息技术服务有限责任公司", CODE),
                new ImprintSpec(SealKind.BUSINESS, LONG, CODE),
                new ImprintSpec(SealKind.INVOICE, "杭州测试科技有限公司", CODE, USCC),
                new ImprintSpec(SealKind.INVOICE, "杭州余杭区良渚文化村社区物业管理服务有限责任公司", CODE, USCC),
                foreign("杭州西门子测试有限公司", "Hangzhou Siemens Testing Co., Ltd."),
                foreign("杭州外商独资测试科技有限公司", null),
                foreign("杭州诺华德生物医药科技发展（中国）有限公司", "Hangzhou Nohwald Biopharmaceutical Technology (China) Co., Ltd."),
                statutory("Société Générale d'Études Müller & Søn", null),
                statutory("西藏拉萨测试商贸有限公司", "ལྷ་ས་གྲོང་ཁྱེར་ཚོང་ལས་ཀུང་སི།"),
                statutory("新疆乌鲁木齐测试商贸有限公司", "شىنجاڭ ئۈرۈمچى سودا شىركىتى"),
                statutory("内蒙古测试商贸有限公司", "ᠥᠪᠥᠷ ᠮᠣᠩᠭᠣᠯ ᠬᠤᠳᠠᠯᠳᠤᠭᠠᠨ ᠤ ᠺᠣᠮᠫᠠᠨᠢ"),
                statutory("凉山州测试商贸有限公司", "ꆃꎭꊨꏦꏱꅉꍏꏓꇑ"),
                new ImprintSpec(SealKind.CONTRACT, "西藏拉萨测试商贸有限公司", CODE, null, "ལྷ་ས་གྲོང་ཁྱེར་ཚོང་ལས་ཀུང་སི།", false),
                statutory("شىنجاڭ ئۈرۈمچى سودا شىركىتى", null),
                person("王明"),
                person("王小明"),
                person("欧阳小明"),
                person("买买提·吐尔逊"),
                person("John Smith"),
                person("མི་རིགས"));
    }

    private static ImprintSpec statutory(String name, String second) {
        return new ImprintSpec(SealKind.STATUTORY_NAME, name, CODE, null, second, false);
    }

    private static ImprintSpec foreign(String name, String second) {
        return new ImprintSpec(SealKind.STATUTORY_NAME, name, CODE, null, second, true);
    }

    private static ImprintSpec person(String name) {
        return new ImprintSpec(SealKind.LEGAL_REPRESENTATIVE, name, CODE);
    }
}
