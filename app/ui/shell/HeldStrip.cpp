#include "app/ui/shell/HeldStrip.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Announce.h"
#include "app/ui/widgets/LineIn.h"
#include "app/ui/widgets/TextLabel.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace motcua::ui {

namespace {

/// What was said to be done, by the names in HeldActs.
QString saidOf(const counter::HeldAct& held) {
    const QString& act = held.act;
    const QString& code = held.code;
    const QString subject = held.said.value(QLatin1String(counter::held::subject)).toString();
    if (act == QLatin1String(counter::held::refuse) || act == QLatin1String(counter::held::refusePaper))
        return HeldStrip::tr("Form 03 for %1.").arg(subject);
    if (act == QLatin1String(counter::held::askAtIntake) || act == QLatin1String(counter::held::askPaper))
        return HeldStrip::tr("Form 02 for %1.").arg(subject);
    if (act == QLatin1String(counter::held::ask))
        return HeldStrip::tr("Form 02 for %1.").arg(code);
    if (act == QLatin1String(counter::held::spoil))
        return HeldStrip::tr("The number of %1 was spoiled.").arg(code);
    if (act == QLatin1String(counter::held::noteEntry))
        return HeldStrip::tr("Noted beside the row of %1.").arg(code);
    if (act == QLatin1String(counter::held::closeBook))
        return HeldStrip::tr("Volume %1 was closed.").arg(subject);
    if (act == QLatin1String(counter::held::seeTo))
        return HeldStrip::tr("Put away as seen to: %1.").arg(subject.isEmpty() ? HeldStrip::tr("a record without a dossier") : subject);
    if (act == QLatin1String(counter::held::finish))
        return HeldStrip::tr("%1 was handed over and closed.").arg(code);
    if (act == QLatin1String(counter::held::finishVisit))
        return HeldStrip::tr("%1 and what came with it (%2) were handed over and closed.").arg(code).arg(held.count());
    if (act == QLatin1String(counter::held::handOver))
        return HeldStrip::tr("%1 was handed over.").arg(code);
    if (act == QLatin1String(counter::held::close))
        return HeldStrip::tr("%1 was closed.").arg(code);
    if (act == QLatin1String(counter::held::withdraw))
        return HeldStrip::tr("%1 was withdrawn.").arg(code);
    if (act == QLatin1String(counter::held::approve) && !held.others.empty())
        return HeldStrip::tr("%n dossier(s) approved.", nullptr, held.count());
    if (act == QLatin1String(counter::held::approve))
        return HeldStrip::tr("%1 was approved.").arg(code);
    return HeldStrip::tr("%1 was returned to the clerk.").arg(code);
}

/// The citizen waits for its paper.
bool isPaper(const counter::HeldAct& held) {
    for (const char* act :
        {counter::held::refuse, counter::held::refusePaper, counter::held::askAtIntake, counter::held::askPaper, counter::held::ask})
        if (held.act == QLatin1String(act))
            return true;
    return false;
}

/// A field of text with nothing left to undo, or to do again.
bool isUndone(QWidget* field) {
    if (const QLineEdit* line = lineIn(field))
        return !line->isUndoAvailable();
    const auto* area = qobject_cast<QPlainTextEdit*>(field);
    return area && !area->document()->isUndoAvailable();
}

bool isRedone(QWidget* field) {
    if (const QLineEdit* line = lineIn(field))
        return !line->isRedoAvailable();
    const auto* area = qobject_cast<QPlainTextEdit*>(field);
    return area && !area->document()->isRedoAvailable();
}

}

HeldStrip::HeldStrip(counter::HeldActs& held, QWidget* parent)
    : QFrame(parent), m_held(held), m_what(new TextLabel(TextRole::Body, this)),
      m_goOn(new ActionButton(ButtonKind::Primary, QStringLiteral("check"), QKeySequence(Qt::CTRL | Qt::Key_Y), this)),
      m_takeBack(new ActionButton(ButtonKind::Secondary, QStringLiteral("undo-2"), QKeySequence(), this)) {
    // Of two that listen to one key neither hears it: the Workbench does, and presses the button's act.
    m_takeBack->setKeyHeardElsewhere();
    setObjectName(QStringLiteral("held"));
    m_what->setWordWrap(true);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(theme().metrics().space(6), theme().metrics().space(2), theme().metrics().space(6), theme().metrics().space(2));
    line->addWidget(m_what, 1);
    line->addWidget(m_goOn);
    line->addWidget(m_takeBack);
    connect(m_goOn, &QPushButton::clicked, &held, &counter::HeldActs::goOn);
    connect(m_takeBack, &QPushButton::clicked, this, &HeldStrip::takeBack);
    connect(&held, &counter::HeldActs::changed, this, &HeldStrip::refresh);
    qApp->installEventFilter(this);
    retranslate();
}

/// The button of what waited until a moment ago may say something else by now.
void HeldStrip::takeBack() {
    if (!m_held.waits() && m_held.wasJustDone())
        emit tooLate();
    else
        m_held.takeBack();
}

QString HeldStrip::words() const {
    const auto& acts = m_held.acts();
    const auto last = std::find_if(acts.rbegin(), acts.rend(), [](const counter::HeldAct& act) { return act.waits; });
    if (last == acts.rend()) {
        const counter::HeldAct& left = acts.front();
        const QString what = saidOf(left);
        return left.error.code.isEmpty() ? tr("The program ended before this was recorded: %1 Is it to be done?").arg(what)
                                         : tr("This was not recorded: %1 %2").arg(what, errorLine(left.error));
    }
    return tr("%1 It can be taken back for 10 seconds.").arg(saidOf(*last));
}

void HeldStrip::refresh() {
    const auto& acts = m_held.acts();
    const bool waits = m_held.waits();
    setVisible(!acts.empty());
    if (acts.empty())
        return;
    const bool prints = std::any_of(acts.begin(), acts.end(), [](const counter::HeldAct& act) { return act.waits && isPaper(act); });
    m_goOn->setLabel(prints ? tr("Print now") : waits ? tr("Do it now") : tr("Do it"));
    m_goOn->setKind(waits ? ButtonKind::Quiet : ButtonKind::Primary);
    // What was left behind goes only by the button itself.
    m_takeBack->setKey(waits ? QKeySequence(QKeySequence::Undo) : QKeySequence());
    m_what->setText(words());
    setAccessibleName(m_what->text());
    announce(this);
}

void HeldStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

bool HeldStrip::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride || !m_held.waits())
        return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isNow = key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_Y;
    if (!isNow && !key->matches(QKeySequence::Undo))
        return QFrame::eventFilter(watched, event);
    auto* widget = qobject_cast<QWidget*>(watched);
    const bool isHere = widget && parentWidget() && parentWidget()->isAncestorOf(widget);
    if (!isHere || !(isNow ? isRedone(widget) : isUndone(widget)))
        return QFrame::eventFilter(watched, event);
    event->ignore();
    return true;
}

void HeldStrip::retranslate() {
    m_takeBack->setLabel(tr("Take back"));
    m_goOn->setWhatsThis(tr("Do at once what can still be taken back"));
    refresh();
}

}
