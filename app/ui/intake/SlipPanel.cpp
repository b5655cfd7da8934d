#include "app/ui/intake/SlipPanel.h"

#include "app/counter/Jotter.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/FlowLayout.h"
#include "app/ui/widgets/KeyRest.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"
#include "app/ui/widgets/Writing.h"

#include <QCoreApplication>
#include <QEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QListWidget>
#include <QRegularExpression>

namespace motcua::ui {

namespace {

/// Printed on the form, so Vietnamese in every language.
QString usualReason() {
    return QStringLiteral("Hồ sơ chưa đủ thành phần theo quy định.");
}

/// Words of one's own: they belong into their field, whatever line is marked.
bool startsWords(const QKeyEvent& key) {
    const QString text = key.text();
    return !text.isEmpty() && text.front().isPrint() && !text.front().isSpace() && !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
}

}

QString citedArticles(const QStringList& articles) {
    static const QRegularExpression clause(QStringLiteral("^(khoản \\d+) (Điều .+)$"));
    QStringList said;
    QStringList clauses;
    QString article;
    const auto flush = [&] {
        if (!clauses.isEmpty())
            said << clauses.join(QStringLiteral(", ")) + QLatin1Char(' ') + article;
        clauses.clear();
    };
    for (const QString& each : articles) {
        const auto match = clause.match(each);
        if (!match.hasMatch() || match.captured(2) != article)
            flush();
        if (!match.hasMatch()) {
            said << each;
            article.clear();
            continue;
        }
        article = match.captured(2);
        clauses << match.captured(1);
    }
    flush();
    return said.join(QStringLiteral("; "));
}

SlipPanel::SlipPanel(counter::Jotter& jotter, QWidget* parent)
    : Card(parent), m_jotter(jotter), m_warning(new TextLabel(TextRole::Body, this)), m_list(new QListWidget(this)), m_words(new TextArea(this)),
      m_wordsField(new Field(QString(), m_words, this)), m_why(new TextArea(this)), m_whyField(new Field(QString(), m_why, this)),
      m_basis(new TextEdit(this)), m_basisField(new Field(QString(), m_basis, this)),
      m_issue(new ActionButton(ButtonKind::Primary, QStringLiteral("printer"), QKeySequence(), this)),
      m_cancel(new ActionButton(ButtonKind::Quiet, QString(), QKeySequence(), this)) {
    m_list->setObjectName(QStringLiteral("grounds"));
    m_list->setProperty(writesElsewhere, true);
    m_list->setWordWrap(true);
    m_words->setObjectName(QStringLiteral("slipWords"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->viewport()->installEventFilter(this);
    m_warning->setObjectName(QStringLiteral("slipWarning"));
    m_warning->setTone(Tone::Warning);
    m_warning->setWordWrap(true);
    m_why->setObjectName(QStringLiteral("slipReason"));
    m_basis->setObjectName(QStringLiteral("slipBasis"));
    body()->addWidget(m_warning);
    body()->addWidget(m_list);
    body()->addWidget(m_wordsField);
    body()->addWidget(m_whyField);
    body()->addWidget(m_basisField);
    auto* buttons = new FlowLayout(Qt::AlignLeft);
    buttons->setSpacing(theme().metrics().space(2));
    buttons->addWidget(m_issue);
    buttons->addWidget(m_cancel);
    body()->addLayout(buttons);
    for (QWidget* editor :
        {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_why), static_cast<QWidget*>(m_basis)})
        editor->installEventFilter(this);
    connect(m_list, &QListWidget::itemChanged, this, &SlipPanel::proposeBasis);
    connect(m_list, &QListWidget::itemChanged, this, &SlipPanel::proposeReason);
    connect(m_list, &QListWidget::itemChanged, this, &SlipPanel::jot);
    connect(m_words, &QPlainTextEdit::textChanged, this, &SlipPanel::jot);
    connect(m_why, &QPlainTextEdit::textChanged, this, &SlipPanel::jot);
    connect(m_basis, &QLineEdit::textChanged, this, &SlipPanel::jot);
    connect(m_issue, &QPushButton::clicked, this, &SlipPanel::issue);
    connect(m_cancel, &QPushButton::clicked, this, &SlipPanel::takeBack);
    retranslate();
    hide();
}

void SlipPanel::openSupplement(const QString& subject, const QStringList& missing, const QString& warning) {
    m_subject.clear();
    m_grounds.clear();
    m_list->clear();
    for (const QString& paper : missing)
        (new QListWidgetItem(paper, m_list))->setCheckState(Qt::Checked);
    open(Slip::Supplement);
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
    proposeReason();
    recall(subject);
}

void SlipPanel::openRefusal(const QString& subject, const std::vector<domain::LegalGround>& grounds) {
    m_subject.clear();
    m_grounds = grounds;
    m_list->clear();
    for (const domain::LegalGround& ground : grounds)
        (new QListWidgetItem(ground.words, m_list))->setCheckState(Qt::Unchecked);
    open(Slip::Refusal);
    recall(subject);
}

/// What was begun before takes the place of what is proposed.
void SlipPanel::recall(const QString& subject) {
    m_subject = subject;
    const QString items = m_jotter.jotted(field("items"));
    const QString words = m_jotter.jotted(field("words"));
    const QString why = m_jotter.jotted(field("why"));
    const QString basis = m_jotter.jotted(field("basis"));
    m_subject.clear();
    if (!items.isEmpty()) {
        const QJsonArray begun = QJsonDocument::fromJson(items.toUtf8()).array();
        for (int row = 0; row < m_list->count(); ++row)
            m_list->item(row)->setCheckState(begun.contains(m_list->item(row)->text()) ? Qt::Checked : Qt::Unchecked);
    }
    if (!words.isEmpty())
        m_words->setValue(words);
    if (!why.isEmpty())
        m_why->setValue(why);
    if (!basis.isEmpty())
        m_basis->setValue(basis);
    m_subject = subject;
}

void SlipPanel::jot() {
    if (m_subject.isEmpty())
        return;
    const QByteArray items = QJsonDocument(QJsonArray::fromStringList(ticked())).toJson(QJsonDocument::Compact);
    m_jotter.jot(field("items"), QString::fromUtf8(items));
    m_jotter.jot(field("words"), m_words->value());
    m_jotter.jot(field("why"), m_why->value());
    m_jotter.jot(field("basis"), m_basis->value());
}

void SlipPanel::settle() {
    for (const char* part : {"items", "words", "why", "basis"})
        m_jotter.jot(field(part), {});
}

QString SlipPanel::field(const char* part) const {
    return m_subject + QLatin1Char('/') + QLatin1String(part);
}

void SlipPanel::open(Slip slip) {
    m_slip = slip;
    m_words->setValue(QString());
    m_why->setValue(QString());
    m_basis->setValue(QString());
    m_wordsField->clearMessage();
    m_whyField->clearMessage();
    m_whyField->setVisible(slip == Slip::Supplement);
    m_warning->hide();
    retranslate();
    m_list->setVisible(m_list->count() > 0);
    fitList();
    show();
    if (m_list->count() > 0) {
        m_list->setCurrentRow(0);
        m_list->setFocus(Qt::OtherFocusReason);
    } else {
        m_words->setFocus(Qt::OtherFocusReason);
    }
}

/// All lines, each as tall as its words: what stands around it scrolls.
void SlipPanel::fitList() {
    int height = 2 * m_list->frameWidth();
    for (int row = 0; row < m_list->count(); ++row)
        height += m_list->sizeHintForIndex(m_list->model()->index(row, 0)).height();
    m_list->setFixedHeight(height);
}

QStringList SlipPanel::ticked() const {
    QStringList texts;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->checkState() == Qt::Checked)
            texts << m_list->item(row)->text();
    return texts;
}

void SlipPanel::proposeBasis() {
    if (m_slip != Slip::Refusal)
        return;
    QStringList bases;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->checkState() == Qt::Checked && !bases.contains(m_grounds[static_cast<size_t>(row)].article))
            bases << m_grounds[static_cast<size_t>(row)].article;
    m_basis->setValue(citedArticles(bases));
}

/// Said as long as it is so and nobody has said otherwise: papers of the checklist are missing.
void SlipPanel::proposeReason() {
    if (m_slip != Slip::Supplement)
        return;
    const bool somethingMisses = !ticked().isEmpty();
    if (somethingMisses && m_why->value().isEmpty())
        m_why->setValue(usualReason());
    else if (!somethingMisses && m_why->value() == usualReason())
        m_why->setValue(QString());
}

void SlipPanel::issueByKey(const QKeyEvent& key) {
    if (!key.isAutoRepeat() && KeyRest::instance().mayDo(QKeySequence(key.keyCombination())))
        issue();
}

void SlipPanel::issue() {
    const QStringList items = ticked();
    const QString own = m_words->value();
    if (items.isEmpty() && own.isEmpty()) {
        m_wordsField->setMessage(tr("Say it in words, or tick a line above: it is printed on the slip."));
        m_words->setFocus();
        return;
    }
    hide();
    if (m_slip == Slip::Supplement) {
        // Without a reason of their own, words of one's own are content and reason in one and stand once.
        const QString said = items.isEmpty() ? own : usualReason();
        emit supplementWritten(
            items + own.split(QLatin1Char('\n'), Qt::SkipEmptyParts), m_why->value().isEmpty() ? said : m_why->value(), m_basis->value());
        return;
    }
    QStringList reasons = items;
    if (!own.isEmpty())
        reasons << own;
    emit refusalWritten(reasons.join(QLatin1Char('\n')), m_basis->value());
}

void SlipPanel::takeBack() {
    hide();
    emit cancelled();
}

void SlipPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        takeBack();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers().testFlag(Qt::ControlModifier))
        issueByKey(*event);
    else
        Card::keyPressEvent(event);
}

bool SlipPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list->viewport() && event->type() == QEvent::Resize)
        fitList();
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (watched == m_list && startsWords(*key)) {
            m_words->setFocus(Qt::OtherFocusReason);
            m_words->moveCursor(QTextCursor::End);
            QCoreApplication::sendEvent(m_words, event);
            return true;
        }
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->key() == Qt::Key_Escape || (enter && key->modifiers().testFlag(Qt::ControlModifier))) {
            keyPressEvent(key);
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

void SlipPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void SlipPanel::retranslate() {
    const bool supplement = m_slip == Slip::Supplement;
    setHeading(supplement ? tr("Ask for more papers (form 02)") : tr("Refuse (form 03)"));
    m_list->setAccessibleName(supplement ? tr("Missing papers") : tr("Grounds"));
    m_wordsField->setLabel(supplement ? tr("What else is missing or wrong") : tr("Other reason, in words"));
    m_whyField->setLabel(tr("Why it is asked for"));
    m_whyField->setHint(tr("If the words above do not say it"));
    m_basisField->setLabel(tr("Legal basis"));
    m_basisField->setHint(tr("In full words; empty: the general article on one notice"));
    m_issue->setLabel((supplement ? tr("Print form 02") : tr("Print form 03")) + QStringLiteral("  ·  Ctrl+Enter"));
    m_cancel->setLabel(tr("Back") + QStringLiteral("  ·  Esc"));
}

}
