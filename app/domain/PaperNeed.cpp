#include "app/domain/PaperNeed.h"

#include "app/domain/Capitals.h"
#include "app/domain/Dossier.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace motcua::domain {

namespace {

constexpr QChar ellipsis(0x2026);

QRegularExpression compiled(const QString& pattern) {
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

template <size_t count>
std::vector<QRegularExpression> compiled(const char16_t* const (&patterns)[count]) {
    std::vector<QRegularExpression> all;
    for (const char16_t* pattern : patterns)
        all.push_back(compiled(QString::fromUtf16(pattern)));
    return all;
}

bool anyIn(const QString& name, const std::vector<QRegularExpression>& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](const QRegularExpression& each) { return each.match(name).hasMatch(); });
}

/// What nobody hands in: a remark of the catalogue's, a sentence about a paper, what the office itself makes or looks up.
constexpr const char16_t* notes[] = {
    uR"(^(lưu ý|ghi chú|chú ý|thông tin|dữ liệu|trong đó|khi|tỷ lệ bản đồ)\b)",
    uR"(^nếu\b(?!.*\bnộp\b).*\bthì\b)",
    uR"(^phiếu (này là biểu mẫu điện tử|(\w+ )?được tạo lập)\b)",
    uR"(\bngười tiếp nhận có trách nhiệm\b)",
};

/// What looks like a condition and is none: it is said of a part of the paper, or of how old it may be.
constexpr const char16_t* partly[] = {
    uR"(\(bắt buộc\)[^;]*\(nếu có\))",
    uR"(\bđính kèm [^().;]*\(nếu có\))",
    uR"(\(nếu có\)\s+hoặc\b)",
    uR"(\bcó giá trị( sử dụng)? nếu\b)",
    uR"(\((?!\s*(nếu|trường hợp|trừ|đối với|trong trường)\b)(?![^()]*\bnếu có\s*\))[^()]*\))",
};

constexpr const char16_t* conditions[] = {
    uR"(\bnếu\b)",
    uR"(\b(trong|đối với|trừ|với|tùy|ngoài) (các |những )?trường h[ợơ]p\b)",
    uR"((^\s*|[.;:(+-]\s*)trường hợp\b)",
    uR"((^\s*|\()đối với\b)",
    uR"(\bđối với (phương tiện|tổ chức)\b)",
    uR"(^(hoặc|người|ngoài)\b)",
    uR"(\btùy từng\b)",
    uR"(\bsử dụng (tài khoản|ứng dụng|dữ liệu)\b)",
};

const QRegularExpression& toShow() {
    static const QRegularExpression phrase = compiled(QStringLiteral(R"([\s,;:]+xuất trình\s*$|^\s*xuất trình\s+)"));
    return phrase;
}

}

PaperNeed needOf(const QString& name) {
    static const auto asNotes = compiled(notes);
    static const auto asParts = compiled(partly);
    static const auto asConditions = compiled(conditions);
    if (anyIn(name, asNotes))
        return PaperNeed::NoPaper;
    QString whole = name;
    for (const QRegularExpression& part : asParts)
        whole.replace(part, QStringLiteral(" "));
    return anyIn(whole, asConditions) ? PaperNeed::AsTheCaseMayBe : PaperNeed::Always;
}

bool isCutName(const QString& name) {
    return name.endsWith(ellipsis);
}

bool isMissing(const Paper& paper) {
    return paper.required && paper.quantity == 0 && needOf(paper.name) == PaperNeed::Always;
}

bool isPaperToShow(const QString& name) {
    return toShow().match(name).hasMatch();
}

QString withoutToShow(QString name) {
    return capitalised(name.remove(toShow()));
}

QString withoutCondition(const QString& name) {
    static const QRegularExpression condition = compiled(
        QStringLiteral(R"(\s*\((nếu|trường hợp|đối với)\s[^()]*\)[\s.]*$|\.\s+trường hợp\s.*$|,?\s+(nếu|trong trường hợp|trừ trường hợp)\s[^.;]*$)"));
    const QString brought = QString(name).remove(condition);
    return needOf(name) == PaperNeed::AsTheCaseMayBe && !brought.isEmpty() ? brought : name;
}

}
