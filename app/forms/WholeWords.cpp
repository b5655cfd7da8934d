#include "app/forms/WholeWords.h"

#include <QRegularExpression>

namespace motcua::forms {

namespace {

constexpr QChar joiner(0x2060);
constexpr qsizetype longestKept = 24;

QString withJoinedCodes(const QString& text) {
    static const QRegularExpression code(QStringLiteral(R"(\S*[\p{L}\d][-/](?=[\p{L}\d])\S*)"));
    static const QRegularExpression within(QStringLiteral(R"((?<=[\p{L}\d])([-/])(?=[\p{L}\d]))"));
    QString out;
    qsizetype done = 0;
    for (auto codes = code.globalMatch(text); codes.hasNext();) {
        const auto match = codes.next();
        out += QStringView(text).mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        QString whole = match.captured();
        if (whole.size() <= longestKept)
            whole.replace(within, QStringLiteral("\\1") + joiner);
        out += whole;
    }
    return out += QStringView(text).mid(done);
}

/// "phường Văn Miếu - Quốc Tử Giám": after the dash a line may begin.
QString withWholePlaces(QString text) {
    static const QRegularExpression place(
        QStringLiteral(
            R"((?<!\S)(?:[Pp]hường|[Xx]ã|[Tt]hị trấn|[Đđ]ặc khu|[Tt]ỉnh|[Tt]hành phố)(?: \p{Lu}[\p{L}'’]*){1,4}(?: [-–](?: \p{Lu}\p{L}*){1,4})?)"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression blank(QStringLiteral(R"((?<![-–]) )"));
    qsizetype at = 0;
    for (auto match = place.match(text); match.hasMatch(); match = place.match(text, at)) {
        const QString whole = match.captured().replace(blank, QString(QChar(QChar::Nbsp)));
        text.replace(match.capturedStart(), match.capturedLength(), whole);
        at = match.capturedEnd();
    }
    return text;
}

}

/// "quyển số" may part from its code: with it, the code would not fit into a book's column of notes.
QString keptWhole(const QString& text) {
    static const QRegularExpression blanks(QStringLiteral(R"((?<=\d) (?=\d{3,4}\b))"
                                                          R"(|\(\p{L}+\K (?=\p{L}+\)))"
                                                          R"(|\b(?:điểm|khoản|Điều)\K (?=\d|\p{L}\b))"
                                                          R"(| (?=[-–] ))"
                                                          R"(|(?<!\bquyển )\bsố\K (?=\p{L}{0,3}\d)|\bNghị\K (?=định số\b)|\bđiện thoại\K (?=\d))"
                                                          R"(|\b(?:ngày|tháng|năm|giờ|lúc|quyển|quầy)\K (?=\d))"
                                                          R"(|\d\K (?=(?:giờ|phút|ngày|trang|tờ|bản|bộ|đồng)\b))"
                                                          R"(|(?<!ngày )\b\d+\K (?=tháng\b)|(?<!tháng )\b\d+\K (?=năm\b))"
                                                          R"(|\bbưu\K (?=chính công ích\b)|\bchính\K (?=công ích\b)|\bcông\K (?=ích\b))"
                                                          R"(|(?<!\S)\p{L}{2,3}\K (?=\p{L}{2,4}\z))"),
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    return withJoinedCodes(withWholePlaces(text)).replace(blanks, QString(QChar(QChar::Nbsp)));
}

}
