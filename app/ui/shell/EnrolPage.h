#pragma once

#include "app/counter/Access.h"

#include <QLineEdit>
#include <QVBoxLayout>
#include <QWidget>

#include <vector>

class QProgressBar;

namespace motcua::ui {

class ActionButton;
class Banner;
class Field;
class PasswordMeter;
class SecretEdit;
class TextEdit;
class TextLabel;

/// The first run: where the province is, the one-time code, the first user.
class EnrolPage : public QWidget {
    Q_OBJECT

public:
    explicit EnrolPage(QWidget* parent = nullptr);

    void setBusy(bool busy);
    /// Leaves what was typed.
    void showError(const base::Error& error);

signals:
    void enrolRequested(const motcua::counter::Enrolment& enrolment);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void submit();
    void retranslate();
    Field* addField(QLineEdit* edit, QVBoxLayout* column);
    bool complain(Field* field, bool wrong, const QString& message);
    /// Where to mend what the error says.
    QLineEdit* fieldOf(const base::Error& error) const;

    TextLabel* m_title;
    TextLabel* m_hint;
    Banner* m_banner;
    TextEdit* m_gateway;
    TextEdit* m_code;
    TextEdit* m_login;
    SecretEdit* m_password;
    SecretEdit* m_again;
    std::vector<Field*> m_fields;
    PasswordMeter* m_meter;
    QProgressBar* m_progress;
    ActionButton* m_enrol;
};

}
