#pragma once

#include <QRegularExpression>
#include <QString>

namespace motcua::forms {

/// What begins at a place of a text, which must be valid UTF-16: it is not looked through again for every match.
inline QRegularExpressionMatch matchAt(const QRegularExpression& pattern, const QString& text, qsizetype at) {
    return pattern.match(text, at, QRegularExpression::NormalMatch,
        QRegularExpression::AnchorAtOffsetMatchOption | QRegularExpression::DontCheckSubjectStringMatchOption);
}

}
