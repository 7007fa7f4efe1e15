package org.yinxin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One side of the comparison in a JVM of its own, told what to do line by line. */
final class PdfWorker {

    /** Who stamps and checks. */
    interface Side {

        byte[] sign(byte[] file);

        Object verify(byte[] file);
    }

    private PdfWorker() {}

    public static void main(String[] arguments) throws Exception {
        PdfMaterial material = PdfMaterial.read(Path.of(arguments[1]));
        Side side = switch (arguments[0]) {
            case "ours" -> new PdfOurs(material);
            case "dss" -> PdfDss.asDocumented(material);
            case "dss-tuned" -> PdfDss.tuned(material);
            default -> throw new IllegalArgumentException(arguments[0]);
        };
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println("=" + obey(side, order.split(" ")));
        }
    }

    private static String obey(Side side, String[] order) throws Exception {
        Path path = Path.of(order[1]);
        byte[] file = Files.readAllBytes(path);
        return switch (order[0]) {
            case "stamp" -> Files.write(Path.of(order[2]), side.sign(file)).toString();
            case "judge" -> side.verify(file).toString();
            case "sign" ->
                Loop.run(() -> side.sign(read(path)), Double.parseDouble(order[2]))
                        .line();
            case "verify" ->
                Loop.run(() -> side.verify(read(path)), Double.parseDouble(order[2]))
                        .line();
            default -> throw new IllegalArgumentException(order[0]);
        };
    }

    private static byte[] read(Path path) throws IOException {
        return Files.readAllBytes(path);
    }
}
