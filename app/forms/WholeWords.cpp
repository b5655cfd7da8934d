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

}

QString keptWhole(const QString& text) {
    static const QRegularExpression blanks(QStringLiteral(R"((?<=\d) (?=\d{3,4}\b))"
                                                          R"(|\(\p{L}+\K (?=\p{L}+\)))"
                                                          R"(|\b(?:điểm|khoản|Điều)\K (?=\d|\p{L}\b))"
                                                          R"(| (?=[-–] ))"
                                                          R"(|(?<!\S)\p{L}{2,3}\K (?=\p{L}{2,4}\z))"),
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    return withJoinedCodes(text).replace(blanks, QString(QChar(QChar::Nbsp)));
}

}
