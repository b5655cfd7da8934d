#include "app/ui/handover/FinishCard.h"

#include "app/domain/Comer.h"
#include "app/domain/UnseenSigns.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ResultWords.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/EnterWalk.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/FoldingColumns.h"
#include "app/ui/widgets/RatingBar.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>

#include <algorithm>

namespace motcua::ui {

namespace {

/// Milliseconds that a slow reader needs for all of a card.
constexpr qint64 longestCode = 3000;

}

FinishCard::FinishCard(const counter::Desk& desk, counter::Jottings& jottings, QWidget* parent)
    : Card(parent), m_desk(desk), m_jottings(jottings), m_person(new TextLabel(TextRole::Title, this)),
      m_result(new TextLabel(TextRole::Muted, this)), m_visit(new TextLabel(TextRole::Muted, this)), m_fee(new TextLabel(TextRole::Figure, this)),
      m_feeNote(new TextLabel(TextRole::Muted, this)),
      m_cash(new ActionButton(ButtonKind::Secondary, QStringLiteral("banknote"), QKeySequence(Qt::Key_F6), this)),
      m_transfer(new ActionButton(ButtonKind::Secondary, QStringLiteral("qr-code"), QKeySequence(Qt::Key_F7), this)), m_payment(new QWidget(this)),
      m_byHand(new QWidget(this)), m_number(new TextEdit(this)), m_numberField(new Field(QString(), m_number, this)), m_volume(new TextEdit(this)),
      m_volumeField(new Field(QString(), m_volume, this)), m_recipient(new TextEdit(this)), m_recipientField(new Field(QString(), m_recipient, this)),
      m_identity(new QCheckBox(this)), m_ratingLabel(new TextLabel(TextRole::Label, this)), m_rating(new RatingBar(this)),
      m_remark(new TextEdit(this)), m_remarkField(new Field(QString(), m_remark, this)), m_singleLabel(new TextLabel(TextRole::Caption, this)),
      m_feeOnly(new ActionButton(ButtonKind::Quiet, QStringLiteral("hand-coins"), QKeySequence(Qt::CTRL | Qt::Key_F6), this)),
      m_handOverOnly(new ActionButton(ButtonKind::Quiet, QStringLiteral("hand-helping"), QKeySequence(Qt::CTRL | Qt::Key_F9), this)),
      m_close(new ActionButton(ButtonKind::Quiet, QStringLiteral("archive"), QKeySequence(Qt::CTRL | Qt::Key_F8), this)),
      m_slip(new ActionButton(ButtonKind::Quiet, QStringLiteral("receipt-text"), QKeySequence(Qt::CTRL | Qt::Key_F5), this)) {
    m_number->setObjectName(QStringLiteral("handNumber"));
    m_volume->setObjectName(QStringLiteral("handVolume"));
    for (Field* field : {m_numberField, m_volumeField})
        field->setRequired(true);
    m_recipient->setObjectName(QStringLiteral("recipient"));
    m_identity->setObjectName(QStringLiteral("identity"));
    m_remark->setObjectName(QStringLiteral("remark"));
    for (TextLabel* label : {m_person, m_result, m_visit, m_feeNote, m_ratingLabel})
        label->setWordWrap(true);
    for (ActionButton* button : {m_cash, m_transfer})
        button->setCheckable(true);
    layOut();
    new EnterWalk(this);
    connect(m_cash, &QPushButton::clicked, this, [this] { setMethod(domain::PaymentMethod::Cash); });
    connect(m_transfer, &QPushButton::clicked, this, [this] { setMethod(domain::PaymentMethod::Transfer); });
    connect(m_feeOnly, &QPushButton::clicked, this, &FinishCard::feeOnlyAsked);
    connect(m_handOverOnly, &QPushButton::clicked, this, &FinishCard::handOverOnlyAsked);
    connect(m_close, &QPushButton::clicked, this, &FinishCard::closeAsked);
    connect(m_slip, &QPushButton::clicked, this, &FinishCard::feeSlipAsked);
    connect(m_rating, &RatingBar::scoreChanged, this, &FinishCard::setScore);
    for (QLineEdit* edit : {m_number, m_volume, m_recipient, m_remark})
        for (auto taken : {&FinishCard::jot, &FinishCard::edited})
            connect(edit, &QLineEdit::textChanged, this, taken);
    connect(m_identity, &QCheckBox::toggled, this, &FinishCard::jot);
    // Another name is another person's card.
    connect(m_recipient, &QLineEdit::textEdited, this, [this] {
        m_identity->setChecked(false);
        emit takerSaid();
    });
    connect(m_identity, &QCheckBox::toggled, this, [this](bool looked) {
        if (looked && !m_recalling)
            emit takerSaid();
    });
    // Nobody says that a card was looked at but whoever looked at it.
    m_lookedKey = new QShortcut(QKeySequence(Qt::Key_F8), this);
    m_lookedKey->setAutoRepeat(false);
    connect(m_lookedKey, &QShortcut::activated, this, [this] {
        if (m_identity->isEnabled() && isVisible())
            m_identity->toggle();
    });
    connect(&m_jottings, &counter::Jottings::restored, this, &FinishCard::recall);
    retranslate();
}

/// What the hand-over needs stands first and in few lines; the single steps come last.
void FinishCard::layOut() {
    const Metrics& metrics = theme().metrics();
    body()->setSpacing(metrics.space(2));
    layout()->setContentsMargins(metrics.space(4), metrics.space(3), metrics.space(4), metrics.space(3));
    auto* who = new QHBoxLayout;
    who->setSpacing(metrics.space(4));
    who->addWidget(m_person, 2);
    who->addWidget(m_result, 3);
    body()->addLayout(who);
    m_visit->setObjectName(QStringLiteral("visit"));
    m_visit->setVisible(false);
    body()->addWidget(m_visit);
    auto* payment = new ActionRow(Qt::AlignRight, m_payment);
    payment->addWidget(m_cash);
    payment->addWidget(m_transfer);
    auto* money = new QHBoxLayout;
    money->setSpacing(metrics.space(3));
    money->addWidget(m_fee);
    money->addWidget(m_feeNote, 1);
    money->addWidget(m_payment, 3);
    body()->addLayout(money);
    auto* byHand = new QHBoxLayout(m_byHand);
    byHand->setContentsMargins({});
    byHand->setSpacing(metrics.space(3));
    byHand->addWidget(m_numberField, 1);
    byHand->addWidget(m_volumeField, 2);
    body()->addWidget(m_byHand);
    auto* taker = new FoldingColumns;
    taker->addWidget(m_recipientField, 1);
    taker->addWidget(m_identity, 0, Qt::AlignBottom);
    body()->addLayout(taker);
    auto* rating = new QVBoxLayout;
    rating->setSpacing(metrics.space(1));
    rating->addWidget(m_ratingLabel);
    rating->addWidget(m_rating);
    body()->addLayout(rating);
    body()->addWidget(m_remarkField);
    auto* steps = new ActionRow(Qt::AlignLeft);
    steps->setSpacing(0);
    for (ActionButton* button : {m_feeOnly, m_handOverOnly, m_close, m_slip})
        steps->addWidget(button);
    body()->addStretch();
    body()->addWidget(m_singleLabel);
    body()->addLayout(steps);
}

void FinishCard::setDossier(const domain::Dossier& dossier) {
    const bool another = dossier.id != m_dossier.id;
    m_dossier = dossier;
    if (another)
        recall();
    m_person->setText(personWords());
    m_result->setText(words::result(dossier, m_desk.jobs().find(dossier.job.kind, dossier.job.version)));
    const bool handed = dossier.state == domain::State::HandedOver;
    m_recipient->setEnabled(!handed);
    m_identity->setEnabled(!handed);
    m_handOverOnly->setVisible(!handed);
    m_close->setVisible(handed);
    m_remarkField->setVisible(m_rating->score() > 0 && m_rating->score() < 3);
    showMoney();
    showByHand();
}

void FinishCard::setVisit(const std::vector<domain::Dossier>& papers, const std::vector<domain::DossierId>& together) {
    m_papers = papers;
    m_together = static_cast<int>(together.size());
    m_owed = 0;
    for (const domain::Dossier& paper : papers)
        if (paper.money == domain::MoneyState::Due && std::find(together.begin(), together.end(), paper.id) != together.end())
            m_owed += paper.feeTotal() - paper.collected;
    showVisit();
    showMoney();
}

/// What came with it, and what of it waits for what; where all of it goes out together, for how much.
void FinishCard::showVisit() {
    m_visit->setVisible(m_papers.size() > 1);
    if (m_papers.size() < 2)
        return;
    QStringList lines;
    for (const domain::Dossier& paper : m_papers)
        if (paper.id != m_dossier.id)
            lines << tr("%1: %2").arg(paper.code, words::state(paper.state));
    const QString head = m_together > 1 ? tr("The %n results of this visit are handed over together, with one fee slip.", nullptr, m_together)
                                        : tr("It came together with:");
    m_visit->setText(head + QLatin1Char('\n') + lines.join(QLatin1Char('\n')));
}

/// Who asked, and who comes in their place.
QString FinishCard::personWords() const {
    const domain::Applicant& applicant = m_dossier.applicant;
    const QString comer = domain::comerName(applicant);
    return comer == applicant.name ? applicant.name : tr("%1, through %2").arg(applicant.name, comer);
}

void FinishCard::showByHand() {
    m_byHand->setVisible(m_dossier.job.byHand);
    m_byHand->setEnabled(m_dossier.state == domain::State::Completed);
}

void FinishCard::recall() {
    m_recalling = true;
    const QString number = m_jottings.jotted(field(m_dossier.id, "number"));
    const QString volume = m_jottings.jotted(field(m_dossier.id, "volume"));
    m_number->setValue(number.isEmpty() ? m_dossier.handEntry.number : number);
    m_volume->setValue(volume.isEmpty() ? m_dossier.handEntry.volume : volume);
    const QString recipient = m_jottings.jotted(field(m_dossier.id, "recipient"));
    // Nobody is rated at a desk that hands nothing over.
    const bool isHere = m_dossier.holder == m_desk.station();
    const int score = isHere ? m_jottings.jotted(field(m_dossier.id, "score")).toInt() : 0;
    m_recipient->setValue(recipient.isEmpty() ? domain::comerName(m_dossier.applicant) : recipient);
    m_remark->setValue(m_jottings.jotted(field(m_dossier.id, "remark")));
    m_identity->setChecked(!m_jottings.jotted(field(m_dossier.id, "identity")).isEmpty());
    setScore(score > 0 ? score : m_dossier.rating);
    setMethod(m_jottings.jotted(field(m_dossier.id, "transfer")).isEmpty() ? domain::PaymentMethod::Cash : domain::PaymentMethod::Transfer);
    m_recalling = false;
}

/// Only what differs from the usual answer.
void FinishCard::jot() {
    if (m_recalling || m_dossier.id.isNull())
        return;
    const QString yes = QStringLiteral("1");
    const int score = m_rating->score();
    m_jottings.jot(
        field(m_dossier.id, "recipient"), m_recipient->value() == domain::comerName(m_dossier.applicant) ? QString() : m_recipient->value());
    m_jottings.jot(field(m_dossier.id, "number"), m_number->value() == m_dossier.handEntry.number ? QString() : m_number->value());
    m_jottings.jot(field(m_dossier.id, "volume"), m_volume->value() == m_dossier.handEntry.volume ? QString() : m_volume->value());
    m_jottings.jot(field(m_dossier.id, "remark"), m_remark->value());
    m_jottings.jot(field(m_dossier.id, "identity"), m_identity->isChecked() ? yes : QString());
    m_jottings.jot(field(m_dossier.id, "score"), score == m_dossier.rating ? QString() : QString::number(score));
    m_jottings.jot(field(m_dossier.id, "transfer"), m_method == domain::PaymentMethod::Transfer ? yes : QString());
}

void FinishCard::settle(domain::DossierId dossier) {
    for (const char* part : {"number", "volume", "recipient", "remark", "identity", "score", "transfer"})
        m_jottings.jot(field(dossier, part), {});
}

QString FinishCard::field(domain::DossierId dossier, const char* part) {
    return QStringLiteral("finish/%1/%2").arg(dossier.toString(), QLatin1String(part));
}

void FinishCard::showMoney() {
    const bool due = m_dossier.money == domain::MoneyState::Due;
    m_fee->setText(words::dong(m_together > 1 && m_owed > 0 ? m_owed : m_dossier.feeTotal()));
    m_fee->setTone(due ? Tone::Warning : Tone::Neutral);
    m_feeNote->setText(words::money(m_dossier.money));
    m_payment->setVisible(due);
    m_feeOnly->setVisible(due);
    m_slip->setVisible(m_dossier.collected > 0);
    m_cash->setChecked(m_method == domain::PaymentMethod::Cash);
    m_transfer->setChecked(m_method == domain::PaymentMethod::Transfer);
    m_cash->setKind(m_cash->isChecked() ? ButtonKind::Primary : ButtonKind::Secondary);
    m_transfer->setKind(m_transfer->isChecked() ? ButtonKind::Primary : ButtonKind::Secondary);
}

counter::Finish FinishCard::answers() const {
    counter::Finish answers;
    answers.method = m_method;
    if (m_dossier.job.byHand && (m_number->value() != m_dossier.handEntry.number || m_volume->value() != m_dossier.handEntry.volume))
        answers.handEntry = {m_number->value(), m_volume->value(), {}};
    answers.recipient = m_recipient->value();
    answers.identityChecked = m_identity->isChecked();
    answers.score = m_rating->score();
    answers.remark = m_remarkField->isVisibleTo(this) ? m_remark->value() : QString();
    return answers;
}

void FinishCard::setMethod(domain::PaymentMethod method) {
    m_method = method;
    showMoney();
    jot();
}

void FinishCard::pressScore(int score) {
    if (!m_scorePressed.isValid() || m_scorePressed.hasExpired(longestCode))
        m_scoreBefore = m_rating->score();
    m_scorePressed.start();
    setScore(score);
}

void FinishCard::noteCode() {
    if (m_scorePressed.isValid() && !m_scorePressed.hasExpired(longestCode))
        setScore(m_scoreBefore);
    m_scorePressed.invalidate();
}

void FinishCard::setScore(int score) {
    m_rating->setScore(score);
    m_remarkField->setVisible(score > 0 && score < 3);
    jot();
}

void FinishCard::setBarred(bool barred) {
    m_handOverOnly->setEnabled(!barred);
}

QLineEdit* FinishCard::lacking(const QString& code) const {
    std::vector<QLineEdit*> about;
    if (code.startsWith(QLatin1String("hand-entry.")) || code == QLatin1String("dossier.no-hand-number"))
        about = {m_number, m_volume};
    else if (code == QLatin1String("dossier.no-recipient"))
        about = {m_recipient};
    const auto empty = std::find_if(about.begin(), about.end(), [](const QLineEdit* edit) { return domain::saysNothing(edit->text()); });
    return empty == about.end() ? nullptr : *empty;
}

bool FinishCard::lead(const QString& code) {
    QLineEdit* empty = lacking(code);
    if (empty)
        empty->setFocus(Qt::OtherFocusReason);
    return empty;
}

void FinishCard::noteStranger() {
    if (m_identity->isEnabled())
        m_identity->setChecked(false);
}

void FinishCard::noteCard(const QString& holder) {
    if (!m_identity->isEnabled())
        return;
    m_recipient->setValue(holder);
    m_identity->setChecked(true);
}

void FinishCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void FinishCard::retranslate() {
    m_cash->setLabel(words::payment(domain::PaymentMethod::Cash));
    m_transfer->setLabel(words::payment(domain::PaymentMethod::Transfer));
    m_numberField->setLabel(tr("Number in the paper book"));
    m_volumeField->setLabel(tr("Volume"));
    m_volume->setPlaceholderText(tr("For example: 01/2026-SCT/CK,ĐC"));
    m_person->setText(personWords());
    m_recipientField->setLabel(tr("Handed to"));
    m_identity->setText(tr("Identity checked against the card (F8)"));
    m_lookedKey->setWhatsThis(tr("Identity checked against the card"));
    m_ratingLabel->setText(tr("The citizen points at a rating, or press 1 to 5"));
    m_remarkField->setLabel(tr("What displeased"));
    m_singleLabel->setText(tr("One step at a time"));
    m_feeOnly->setLabel(tr("Fee only"));
    m_handOverOnly->setLabel(tr("Hand over only"));
    m_close->setLabel(tr("Close"));
    m_slip->setLabel(tr("Fee slip again"));
    if (!m_dossier.id.isNull())
        setDossier(m_dossier);
    showVisit();
}

}
