package org.yinxin.register;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinxin.shared.SealKind;

/** The words that stand for a kind or a state in files: the name in the code, in English and in Chinese. */
final class Vocabulary<E extends Enum<E>> {

    static final Vocabulary<EnterpriseKind> ENTERPRISE_KINDS = of(
            EnterpriseKind.class,
            Map.of(
                    EnterpriseKind.LIMITED_COMPANY,
                    List.of("Limited company", "有限责任公司", "有限公司"),
                    EnterpriseKind.JOINT_STOCK_COMPANY,
                    List.of("Joint-stock company", "股份有限公司", "股份公司"),
                    EnterpriseKind.PARTNERSHIP,
                    List.of("Partnership", "合伙企业", "有限合伙企业", "普通合伙企业"),
                    EnterpriseKind.SOLE_PROPRIETORSHIP,
                    List.of("Sole proprietorship", "个人独资企业"),
                    EnterpriseKind.INDIVIDUAL_BUSINESS,
                    List.of("Individual business", "个体工商户"),
                    EnterpriseKind.FOREIGN_INVESTED,
                    List.of("Foreign-invested enterprise", "外商投资企业")));

    static final Vocabulary<EnterpriseStatus> ENTERPRISE_STATUSES = of(
            EnterpriseStatus.class,
            Map.of(
                    EnterpriseStatus.ACTIVE,
                    List.of("Active", "存续", "在业", "开业", "存续（在营、开业、在册）"),
                    EnterpriseStatus.ABNORMAL,
                    List.of("Irregular operation", "Abnormal", "经营异常"),
                    EnterpriseStatus.SUSPENDED,
                    List.of("Business paused", "Suspended", "歇业"),
                    EnterpriseStatus.LICENCE_REVOKED,
                    List.of("Licence revoked", "吊销", "吊销，未注销"),
                    EnterpriseStatus.DEREGISTERED,
                    List.of("Deregistered", "注销", "已注销")));

    static final Vocabulary<FilingStatus> FILING_STATUSES = of(
            FilingStatus.class,
            Map.of(
                    FilingStatus.IN_USE,
                    List.of("In use", "在用", "正常"),
                    FilingStatus.LOST,
                    List.of("Lost or stolen", "Lost", "挂失", "遗失"),
                    FilingStatus.SURRENDERED,
                    List.of("Handed in", "Surrendered", "缴销"),
                    FilingStatus.DESTROYED,
                    List.of("Destroyed", "已销毁", "销毁")));

    static final Vocabulary<SealKind> SEAL_KINDS = of(
            SealKind.class,
            Map.of(
                    SealKind.STATUTORY_NAME,
                    List.of("Statutory-name seal", "法定名称章", "公章", "法定名称印章"),
                    SealKind.FINANCE,
                    List.of("Finance seal", "财务专用章", "财务章"),
                    SealKind.INVOICE,
                    List.of("Invoice seal", "发票专用章", "发票章"),
                    SealKind.CONTRACT,
                    List.of("Contract seal", "合同专用章", "合同章"),
                    SealKind.LEGAL_REPRESENTATIVE,
                    List.of("Legal representative's seal", "法定代表人名章", "法人章"),
                    SealKind.BUSINESS,
                    List.of("Business seal", "业务专用章", "业务章"),
                    SealKind.OTHER,
                    List.of("Other seal", "Other", "其他印章", "其他")));

    private final Map<String, E> meanings = new HashMap<>();

    private Vocabulary(EnumMap<E, List<String>> words) {
        words.forEach((meaning, known) -> known.forEach(word -> meanings.put(Names.key(word), meaning)));
    }

    Optional<E> meaning(String word) {
        return Optional.ofNullable(meanings.get(Names.key(word)));
    }

    private static <E extends Enum<E>> Vocabulary<E> of(Class<E> type, Map<E, List<String>> words) {
        Vocabulary<E> vocabulary = new Vocabulary<>(new EnumMap<>(words));
        Arrays.stream(type.getEnumConstants())
                .forEach(meaning -> vocabulary.meanings.put(Names.key(meaning.name()), meaning));
        return vocabulary;
    }
}
