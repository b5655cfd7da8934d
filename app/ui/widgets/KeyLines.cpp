#include "app/ui/widgets/KeyLines.h"

#include "app/ui/widgets/ActionButton.h"

#include <QShortcut>

#include <algorithm>

namespace motcua::ui {

namespace {

struct Said {
    QString what;
    QStringList keys;
};

void add(std::vector<Said>& all, const QKeySequence& key, const QString& what) {
    if (key.isEmpty() || what.isEmpty())
        return;
    const QString words = keyWords(key);
    if (std::any_of(all.begin(), all.end(), [&](const Said& said) { return said.keys.contains(words); }))
        return;
    const auto same = std::find_if(all.begin(), all.end(), [&](const Said& said) { return said.what == what; });
    if (same == all.end())
        all.push_back({what, {words}});
    else
        same->keys << words;
}

/// A run of digits is one: "Ctrl+1 … 4".
QString joined(const QStringList& keys) {
    constexpr int shortest = 3;
    const QString before = keys.front().chopped(1);
    const bool runs =
        keys.size() >= shortest && std::all_of(keys.begin(), keys.end(), [&, digit = QChar(keys.front().back())](const QString& key) mutable {
            const bool next = key.chopped(1) == before && key.back() == digit && digit.isDigit();
            digit = QChar(digit.unicode() + 1);
            return next;
        });
    return runs ? keys.front() + QStringLiteral(" … ") + keys.back().back() : keys.join(QStringLiteral(", "));
}

}

QString keyWords(const QKeySequence& keys) {
    static const std::pair<QString, QString> names[] = {{QStringLiteral("Return"), QStringLiteral("Enter")},
        {QStringLiteral("Left"), QStringLiteral("←")}, {QStringLiteral("Right"), QStringLiteral("→")},
        {QStringLiteral("PgUp"), QStringLiteral("Page Up")}, {QStringLiteral("PgDown"), QStringLiteral("Page Down")},
        {QStringLiteral("Up"), QStringLiteral("↑")}, {QStringLiteral("Down"), QStringLiteral("↓")}};
    const QString text = keys.toString(QKeySequence::NativeText);
    const qsizetype key = text.lastIndexOf(QLatin1Char('+'), -2) + 1;
    for (const auto& [name, words] : names)
        if (text.mid(key) == name)
            return text.left(key) + words;
    return text;
}

std::vector<KeyLine> keyLines(const QWidget& part) {
    std::vector<Said> all;
    for (const ActionButton* button : part.findChildren<ActionButton*>())
        if (button->hearsItsKey() && button->isVisibleTo(&part))
            add(all, button->key(), button->whatsThis().isEmpty() ? button->text() : button->whatsThis());
    for (const QShortcut* shortcut : part.findChildren<QShortcut*>())
        if (const auto* around = qobject_cast<const QWidget*>(shortcut->parent()); around == &part || (around && around->isVisibleTo(&part)))
            add(all, shortcut->key(), shortcut->whatsThis());
    std::vector<KeyLine> lines;
    lines.reserve(all.size());
    for (const Said& said : all)
        lines.push_back({joined(said.keys), said.what});
    return lines;
}

}
