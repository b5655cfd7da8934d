#include "app/ui/widgets/Suggestions.h"

#include "app/domain/Fold.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>

namespace motcua::ui {

Suggestions::Suggestions(const QStringList& phrases, QLineEdit* line) : QCompleter(line), m_phrases(phrases), m_line(line) {
    // Nothing stands under this role, so that no phrase is chosen from the start.
    constexpr int nothing = Qt::UserRole;
    setModel(new QStringListModel(phrases, this));
    setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    setCompletionRole(nothing);
    line->setCompleter(this);
    popup()->setObjectName(QStringLiteral("suggestions"));
    connect(line, &QLineEdit::textEdited, this, &Suggestions::narrow);
    // Qt leaves the list open, which then takes the next key, where the focus goes by a command and not by a key.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget* left) {
        if (left == m_line)
            popup()->hide();
    });
}

QString Suggestions::pathFromIndex(const QModelIndex& index) const {
    return index.data().toString();
}

void Suggestions::narrow(const QString& typed) {
    QStringList fitting;
    const QString key = domain::fold(typed);
    for (const QString& phrase : m_phrases)
        if (domain::fold(phrase).contains(key))
            fitting << phrase;
    static_cast<QStringListModel*>(model())->setStringList(fitting);
}

bool Suggestions::eventFilter(QObject* watched, QEvent* event) {
    // QCompleter keeps it from the line while the list is open: then the editing would not end there, and what stands in the line would be read
    // by nobody. Only the list's own coming takes nothing from the line.
    if (watched == m_line && event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
        return false;
    const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
    if (!key || watched != popup() || (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter))
        return QCompleter::eventFilter(watched, event);
    const QModelIndex chosen = popup()->currentIndex();
    popup()->hide();
    if (chosen.isValid())
        m_line->setText(pathFromIndex(chosen));
    QKeyEvent again(QEvent::KeyPress, key->key(), key->modifiers(), key->text());
    QCoreApplication::sendEvent(m_line, &again);
    return true;
}

}
