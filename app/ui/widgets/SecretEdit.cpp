#include "app/ui/widgets/SecretEdit.h"

#include <QSignalBlocker>

#include <algorithm>

namespace motcua::ui {

namespace {

/// Of the private use area: nobody types it.
constexpr QChar standIn(0xe000);
constexpr int longest = 256;

bool isTyped(QChar sign) {
    return sign != standIn;
}

}

SecretEdit::SecretEdit(QWidget* parent) : QLineEdit(parent) {
    setEchoMode(QLineEdit::Password);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setMaxLength(longest);
    // Before whoever else hears of it asks what was typed.
    connect(this, &QLineEdit::textChanged, this, &SecretEdit::take);
}

QStringView SecretEdit::units() const {
    const QByteArrayView bytes = m_units.bytes();
    return QStringView(reinterpret_cast<const QChar*>(bytes.data()), bytes.size() / qsizetype(sizeof(QChar)));
}

base::Secret SecretEdit::secret() const {
    return base::Secret::ofWords(units());
}

/// The line holds stand-ins, and between them what has just come. Where nothing came, what it lacks was taken away at the cursor.
void SecretEdit::take(const QString& shown) {
    const QStringView before = units();
    const auto first = std::find_if(shown.begin(), shown.end(), isTyped);
    const auto last = std::find_if(shown.rbegin(), std::make_reverse_iterator(first), isTyped).base();
    const QStringView fresh(first, last);
    const qsizetype at = fresh.isEmpty() ? std::min<qsizetype>(cursorPosition(), shown.size()) : first - shown.begin();
    const qsizetype head = std::min(at, before.size());
    const qsizetype tail = std::min(shown.size() - at - fresh.size(), before.size() - head);
    const qsizetype size = head + fresh.size() + tail;
    m_units = base::Secret::made(size * qsizetype(sizeof(QChar)), [&](char* bytes) {
        auto* out = std::copy_n(before.begin(), head, reinterpret_cast<QChar*>(bytes));
        out = std::copy(fresh.begin(), fresh.end(), out);
        std::copy(before.end() - tail, before.end(), out);
        return true;
    });
    if (fresh.isEmpty() && size == shown.size())
        return;
    const int cursor = cursorPosition();
    const QSignalBlocker quiet(this);
    setText(QString(size, standIn));
    setCursorPosition(cursor);
}

}
