#include "app/ui/bench/VisitCard.h"

#include "app/counter/VisitForm.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListWidget>
#include <QSignalBlocker>

namespace motcua::ui {

namespace {

/// A kind's name without the word that nearly all of them begin with.
QString inShort(const QString& name) {
    const QString word = VisitCard::tr("Certified ", "what the names of kinds begin with, and a blank");
    const QString rest = name.startsWith(word) ? name.mid(word.size()) : name;
    return rest.left(1).toUpper() + rest.mid(1);
}

}

VisitCard::VisitCard(counter::VisitForm& visit, QWidget* parent)
    : Card(parent), m_visit(visit), m_papers(new QListWidget(this)), m_total(new TextLabel(TextRole::Strong)),
      m_kindsLabel(new TextLabel(TextRole::Label)), m_kinds(new QListWidget(this)) {
    m_papers->setObjectName(QStringLiteral("visitPapers"));
    m_kinds->setObjectName(QStringLiteral("visitKinds"));
    for (QListWidget* list : {m_papers, m_kinds}) {
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        list->setTextElideMode(Qt::ElideRight);
        list->setWordWrap(true);
        list->installEventFilter(this);
    }
    // As much height as it is given.
    m_papers->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    body()->setSpacing(theme().metrics().space(2));
    body()->addWidget(m_papers, 2);
    body()->addWidget(m_total);
    body()->addWidget(m_kindsLabel);
    body()->addWidget(m_kinds, 3);
    connect(m_papers, &QListWidget::itemClicked, this, [this] { emit paperChosen(m_papers->currentRow()); });
    connect(m_kinds, &QListWidget::itemClicked, this, &VisitCard::choose);
    connect(&visit, &counter::VisitForm::papersChanged, this, &VisitCard::refresh);
    connect(&visit.form(), &counter::IntakeForm::changed, this, &VisitCard::fillPapers);
    retranslate();
}

void VisitCard::refresh() {
    fillPapers();
    fillKinds();
}

void VisitCard::fillPapers() {
    const QSignalBlocker quiet(m_papers);
    m_papers->clear();
    int number = 0;
    for (const counter::VisitPaper& paper : m_visit.papers()) {
        const QString subject = paper.subject.isEmpty() ? QString() : QStringLiteral(": ") + paper.subject;
        const QString state = paper.isUntouched ? tr("nothing said yet")
                              : paper.isBanned  ? tr("must not be certified as this")
                              : paper.isReady   ? tr("ready")
                                                : tr("something is open");
        auto* item = new QListWidgetItem(
            QStringLiteral("%1. %2%3\n%4 · %5")
                .arg(++number)
                .arg(words::inLanguage(paper.kind), subject, paper.isUntouched ? QStringLiteral("–") : words::dong(paper.fee), state),
            m_papers);
        item->setForeground(theme().palette().ink(paper.isBanned ? Tone::Danger : paper.isReady ? Tone::Success : Tone::Neutral));
    }
    m_papers->setCurrentRow(m_visit.current());
    m_total->setText(tr("%n paper(s)", nullptr, number) + QStringLiteral(" · ") + words::dong(m_visit.feeTotal()));
}

void VisitCard::fillKinds() {
    const QSignalBlocker quiet(m_kinds);
    m_kinds->clear();
    for (const domain::JobKind* kind : m_visit.kinds()) {
        const QString key = kind->benchKey > 0 ? QStringLiteral("%1  ").arg(kind->benchKey) : QStringLiteral("–  ");
        auto* item = new QListWidgetItem(key + inShort(words::inLanguage(kind->name)), m_kinds);
        item->setData(Qt::UserRole, kind->kind);
        item->setToolTip(words::inLanguage(kind->name));
        if (kind->kind == m_visit.form().content().jobKind)
            m_kinds->setCurrentItem(item);
    }
}

void VisitCard::showKinds(bool shown) {
    m_kindsLabel->setVisible(shown);
    m_kinds->setVisible(shown);
}

void VisitCard::beginKinds() {
    showKinds(true);
    m_kinds->setFocus(Qt::ShortcutFocusReason);
}

void VisitCard::choose() {
    if (const QListWidgetItem* item = m_kinds->currentItem())
        emit kindChosen(item->data(Qt::UserRole).toString());
}

bool VisitCard::eventFilter(QObject* watched, QEvent* event) {
    const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
    if (!key || (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter))
        return Card::eventFilter(watched, event);
    if (watched == m_papers)
        emit paperChosen(m_papers->currentRow());
    else if (watched == m_kinds)
        choose();
    return true;
}

void VisitCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void VisitCard::retranslate() {
    setHeading(tr("Visit"));
    m_kindsLabel->setText(tr("Another paper: Ctrl + …"));
    m_papers->setAccessibleName(tr("Papers of this visit"));
    m_kinds->setAccessibleName(tr("Kinds of paper"));
    refresh();
}

}
